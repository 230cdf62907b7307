// node glyph-widths.mjs > ../../src/Grokking.Figures/Plotting/Text/GlyphWidths.cs
// Writes the table by which C# measures text. Run it again only when the font changes.
import fs from "node:fs";
import { figureFonts } from "./fonts.mjs";
import { advanceWidths } from "./font.mjs";

const blocks = [
  [0x20, 0x7e, "ASCII"],
  [0xa0, 0xff, "Latin-1"],
  [0x391, 0x3c9, "Greek"],
  [0x2009, 0x2026, "spaces, dashes, quotation marks"],
  [0x2190, 0x2194, "arrows"],
  [0x2200, 0x22c5, "mathematical operators"],
];
const widths = figureFonts.map((file) => advanceWidths(fs.readFileSync(file)));
const thousandths = (codePoint) => Math.round(1000 * Math.max(...widths.map((width) => width(codePoint) ?? 0)));

function rows([first, last, name]) {
  const rowLength = 20;
  const lines = [`        // ${name}`];
  for (let start = first; start <= last; start += rowLength) {
    const codes = Array.from({ length: Math.min(rowLength, last + 1 - start) }, (_, i) => start + i);
    lines.push(`        (0x${start.toString(16)}, "${codes.map(thousandths).join(" ")}"),`);
  }
  return lines.join("\n");
}

console.log(`using System.Globalization;

namespace Grokking.Figures.Plotting.Text;

/// <summary>
/// Advance widths of DejaVu Sans (the wider of upright and oblique), in thousandths of the font size; 0 where the
/// font has no glyph. Written by build/typeset/glyph-widths.mjs.
/// </summary>
internal static class GlyphWidths
{
    private static readonly (int First, string Widths)[] Rows =
    [
${blocks.map(rows).join("\n")}
    ];

    private static readonly Dictionary<char, double> Widths = Rows.SelectMany(row =>
            row.Widths.Split(' ').Select((width, i) => (Character: (char)(row.First + i), width))
        )
        .ToDictionary(g => g.Character, g => int.Parse(g.width, CultureInfo.InvariantCulture) / 1000.0);

    /// <summary>The width of a character relative to the font size.</summary>
    /// <exception cref="ArgumentException">The table has no such character.</exception>
    public static double Of(char character) =>
        Widths.GetValueOrDefault(character) is var width and > 0
            ? width
            : throw new ArgumentException(
                $"No width is known for '{character}' (U+{(int)character:X4}): see build/typeset/glyph-widths.mjs.",
                nameof(character)
            );
}`);
