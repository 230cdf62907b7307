// Reads what is needed of a TrueType file: which characters it has, and how wide they are.

/** @returns {(codePoint: number) => number | undefined} advance width in units of the em, undefined without a glyph */
export function advanceWidths(bytes) {
  const table = tablesOf(bytes);
  const unitsPerEm = bytes.readUInt16BE(table.head + 18);
  const longMetrics = bytes.readUInt16BE(table.hhea + 34);
  const glyphOf = characterMap(bytes, table.cmap);
  return (codePoint) => {
    const glyph = glyphOf(codePoint);
    if (!glyph) return undefined;
    return bytes.readUInt16BE(table.hmtx + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm;
  };
}

function tablesOf(bytes) {
  const offsets = {};
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    offsets[bytes.toString("latin1", record, record + 4)] = bytes.readUInt32BE(record + 8);
  }
  return offsets;
}

/** The subtable of format 12, which covers the whole of Unicode. */
function characterMap(bytes, cmap) {
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const subtable = cmap + bytes.readUInt32BE(cmap + 8 + 8 * i);
    if (bytes.readUInt16BE(subtable) !== 12) continue;
    const groups = Array.from({ length: bytes.readUInt32BE(subtable + 12) }, (_, g) => subtable + 16 + 12 * g);
    return (codePoint) => {
      const group = groups.find((at) => codePoint <= bytes.readUInt32BE(at + 4));
      if (group === undefined || codePoint < bytes.readUInt32BE(group)) return 0;
      return bytes.readUInt32BE(group + 8) + codePoint - bytes.readUInt32BE(group);
    };
  }
  throw new Error("The font has no character map of format 12.");
}
