import fs from "node:fs";
import path from "node:path";
import { Failure, writeWhole } from "./output.mjs";
import { compilePdf } from "./typst.mjs";

const usage =
  "usage: node typeset.mjs report <main.typ> <out.pdf> [--root folder] [--standard ua-1|a-2a|a-2b] [--also standard] [--input key=value]";

/**
 * Compiles a Typst document; it may read every file below the root (by default the folder of the document). Typst writes
 * one standard at a time: the file claims `--standard`, and `--also` requires that another accepts the document too.
 */
export async function report(args) {
  const { main, out, root, standard, also, inputs } = parse(args);
  if (!fs.existsSync(main)) throw new Failure(`${main}: there is no such file.`);
  const workspace = path.resolve(root ?? path.dirname(main));
  if (path.relative(workspace, path.resolve(main)).startsWith("..")) {
    throw new Failure(`${main}: not below the root ${workspace}.`);
  }
  const pdf = await compilePdf({ workspace, main: { mainFilePath: path.resolve(main) }, inputs, standard, also });
  fs.mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  writeWhole(out, pdf);
}

function parse(args) {
  const options = { inputs: {} };
  const positional = [];
  for (let i = 0; i < args.length; i++) {
    if (!args[i].startsWith("--")) {
      positional.push(args[i]);
      continue;
    }
    const value = args[i + 1];
    if (value === undefined) throw new Failure(`${args[i]}: a value is missing; ${usage}`);
    if (args[i] === "--root") options.root = value;
    else if (args[i] === "--standard") options.standard = value;
    else if (args[i] === "--also") options.also = value;
    else if (args[i] === "--input" && value.includes("=")) {
      options.inputs[value.slice(0, value.indexOf("="))] = value.slice(value.indexOf("=") + 1);
    } else throw new Failure(`${args[i]} ${value}: not understood; ${usage}`);
    i++;
  }
  if (positional.length !== 2) throw new Failure(usage);
  return { main: positional[0], out: positional[1], ...options };
}
