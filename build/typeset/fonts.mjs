// The fonts of the figures and of the report. Nothing is taken from the system, so that every machine draws the same.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { advanceWidths } from "./font.mjs";

export const fontFolder = fileURLToPath(new URL("node_modules/dejavu-fonts-ttf/ttf", import.meta.url));
export const figureFonts = ["DejaVuSans.ttf", "DejaVuSans-Oblique.ttf"].map((name) => path.join(fontFolder, name));

/** @returns {string[]} the characters of an SVG's text that a font of the figures lacks */
export function missingGlyphs(svg) {
  const fonts = figureFonts.map((file) => advanceWidths(fs.readFileSync(file)));
  const characters = new Set([...svg.matchAll(/<text[\s\S]*?<\/text>/g)].flatMap(([text]) => [...plainText(text)]));
  return [...characters]
    .filter((character) => character >= " ")
    .filter((character) => fonts.some((width) => width(character.codePointAt(0)) === undefined));
}

function plainText(element) {
  const named = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return element
    .replace(/<[^>]*>/g, "")
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal) => String.fromCodePoint(Number(decimal)))
    .replace(/&(\w+);/g, (entity, name) => named[name] ?? entity);
}
