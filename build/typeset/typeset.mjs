// node typeset.mjs figures <figure.svg> …      figure.pdf and figure.png beside each
// node typeset.mjs report <main.typ> <out.pdf> the report
import { figures } from "./figures.mjs";
import { Failure } from "./output.mjs";
import { endWithParent } from "./parent.mjs";
import { report } from "./report.mjs";

const commands = { figures, report };
const [name, ...args] = process.argv.slice(2);

endWithParent();
try {
  if (!Object.hasOwn(commands, name ?? "")) throw new Failure("usage: node typeset.mjs figures|report …");
  await commands[name](args);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
