/** The rows of a CSV by the names in its first line (RFC 4180). */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = linesOf(text.replace(/^\uFEFF/, ""));
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""])));
}

function linesOf(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    lines.push(cells);
    cells = [];
  }
  return lines.filter((line) => line.length > 1);
}
