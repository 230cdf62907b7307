import fs from "node:fs";
import path from "node:path";
import { figureFonts, missingGlyphs } from "./fonts.mjs";
import { Failure, tool, writeWhole } from "./output.mjs";
import { compilePdf } from "./typst.mjs";

const dotsPerInch = 300;
const pointsPerInch = 72;

/** Writes a.pdf and a.png beside every a.svg. */
export async function figures(files) {
  if (files.length === 0) throw new Failure("usage: node typeset.mjs figures <figure.svg> …");
  for (const file of files) {
    if (!file.endsWith(".svg")) throw new Failure(`${file}: a figure is an .svg file.`);
    if (!fs.existsSync(file)) throw new Failure(`${file}: there is no such file.`);
  }
  await Promise.all(files.map(figure)); // pixels are made on threads of their own
}

async function figure(file) {
  const { renderAsync } = await tool("@resvg/resvg-js");
  if (!figureFonts.every(fs.existsSync)) throw new Failure("The fonts are missing: run ./build.sh --target Restore");
  const svg = fs.readFileSync(file, "utf8");
  const missing = missingGlyphs(svg);
  if (missing.length > 0) throw new Failure(`${file}: DejaVu Sans has no glyph for ${missing.join(" ")}`);
  const { width, height } = sizeInPoints(file, svg);

  const image = await renderAsync(svg, {
    background: "white",
    fitTo: { mode: "width", value: Math.round((width * dotsPerInch) / pointsPerInch) },
    font: { loadSystemFonts: false, fontFiles: figureFonts, defaultFontFamily: "DejaVu Sans" },
  });
  const stem = file.slice(0, -".svg".length);
  writeWhole(`${stem}.png`, image.asPng());

  // A page of exactly the figure's size, so that the figure stays vector graphics wherever it is included.
  const page = [
    `#set page(width: ${width}pt, height: ${height}pt, margin: 0pt)`,
    `#image(${JSON.stringify(path.basename(file))}, width: 100%, height: 100%, alt: ${JSON.stringify(textOf(svg, "desc"))})`,
  ].join("\n");
  writeWhole(
    `${stem}.pdf`,
    await compilePdf({
      workspace: path.dirname(path.resolve(file)),
      main: { mainFileContent: `#set document(title: ${JSON.stringify(textOf(svg, "title"))})\n${page}` },
    }),
  );
}

function sizeInPoints(file, svg) {
  const viewBox = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  if (!viewBox) throw new Failure(`${file}: no viewBox that starts at 0 0.`);
  return { width: Number(viewBox[1]), height: Number(viewBox[2]) };
}

function textOf(svg, element) {
  const text = new RegExp(`<${element}[^>]*>([^<]*)</${element}>`).exec(svg)?.[1] ?? "";
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
}
