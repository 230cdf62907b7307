// Typst, with the project's fonts only where it matters: text in figures and report names DejaVu explicitly.
import fs from "node:fs";
import { Failure, tool } from "./output.mjs";
import { fontFolder } from "./fonts.mjs";

// The same bytes every time: no clock in a PDF. 2024-01-01, in seconds.
const creationTimestamp = 1704067200;

/**
 * @param {{workspace: string, main: {mainFilePath: string} | {mainFileContent: string}, inputs?: Record<string, string>, standard?: string, also?: string}} options
 * @returns {Promise<Buffer>} the PDF
 */
export async function compilePdf({ workspace, main, inputs = {}, standard, also }) {
  const { NodeCompiler } = await tool("@myriaddreamin/typst-ts-node-compiler");
  if (!fs.existsSync(fontFolder)) throw new Failure("The fonts are missing: run ./build.sh --target Restore");
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fontFolder] }], inputs });
  const compiled = compiler.compile(main);
  compiled.printDiagnostics();
  if (compiled.hasError()) throw new Failure("Typst reports errors, see above.");
  const write = (pdfStandard) => {
    try {
      return compiler.pdf(compiled.result, { creationTimestamp, ...(pdfStandard && { pdfStandard }) });
    } catch (error) {
      throw new Failure(`Typst cannot write the PDF${pdfStandard ? ` as ${pdfStandard}` : ""}: ${sentences(error.message)}`);
    }
  };
  if (also) write(also);
  return write(standard);
}

/** The messages and hints of a list of diagnostics in Rust's debugging format. */
function sentences(diagnostics) {
  const quoted = [...diagnostics.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
  return quoted.length > 0 ? quoted.join("; ") : diagnostics;
}
