/**
 * A spreadsheet runs a cell that begins with = + - or @ as a formula, so such a text leaves with an apostrophe before
 * it (OWASP, CSV injection), and the apostrophe is taken off again on the way in.
 */
const RUNS = /^'*[=+\-@＝＋－＠\t\r]/u;
const GUARDED = /^'+[=+\-@＝＋－＠\t\r]/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

export function guardCell(text: string): string {
  return RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

export function unguardCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
