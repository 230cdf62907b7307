import fs from "node:fs";

/** What is said to the user in one sentence, without a stack trace. */
export class Failure extends Error {}

/** A half-written file is never seen under the final name, and none is left when there is no room for it. */
export function writeWhole(file, bytes) {
  const temporary = `${file}.grokking-partial`; // as `grokking` calls its own, and sweeps
  try {
    fs.writeFileSync(temporary, bytes);
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw new Failure(`'${file}' cannot be written: ${error.message}`);
  }
}

/** Imports a package of package.json, or says how to get it. */
export async function tool(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Failure("The typesetting tools are missing: run ./build.sh --target Restore");
  }
}
