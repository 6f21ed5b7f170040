/** A row of the CSV back to what a question is made of; csv-row.ts has the columns. */
import { twoReadings } from "../questions/certain-number";
import { parseNumber } from "../questions/parse-number";
import type { Row } from "./csv-row";
import { numberIn } from "./gift-answers";

/** What a person can mend in the row. */
export class RowRefused extends Error {}

const MOST_OPTIONS = 50;

export function questionOf(row: Row): Record<string, unknown> {
  const kind = (row.get("kind") ?? "").toLowerCase();
  const value: Record<string, unknown> = { kind };
  for (const key of ["clause", "topic", "difficulty", "prompt", "explanation", "credit"])
    if (row.has(key)) value[key] = row.get(key);
  if (row.has("points")) value.points = numberOf(row, "points");
  if (row.has("tags")) value.tags = listOf(row.get("tags")!);
  return { ...value, ...partsOf(kind, row), ...moreOf(row) };
}

function partsOf(kind: string, row: Row): Record<string, unknown> {
  const options = numbered(row, "option");
  switch (kind) {
    case "single":
    case "multiple":
      return options.length === 0 ? {} : { options: optionsOf(row, options) };
    case "true-false":
      return row.has("correct") ? { answer: truthOf(row, "correct") } : {};
    case "numeric":
      return row.has("value") ? { numeric: numericOf(row) } : {};
    case "ordering":
      return options.length === 0 ? {} : { order: options.map(({ text }) => text) };
    case "matching":
      return options.length === 0
        ? {}
        : {
            pairs: options.map(({ text, place }) => ({ stem: text, match: row.get(`match_${place}`) ?? "" })),
          };
    case "short-text":
      return {
        ...(row.has("match_case") ? { matchCase: truthOf(row, "match_case") } : {}),
        ...(options.length === 0
          ? {}
          : { accept: options.map(({ text, place }) => ({ text, ...creditOf(row, place) })) }),
      };
    default:
      return {};
  }
}

function optionsOf(row: Row, options: readonly Numbered[]): Record<string, unknown>[] {
  const right = listOf(row.get("correct") ?? "").map(Number);
  const missing = right.find((place) => !options.some((option) => option.place === place));
  if (missing !== undefined)
    throw new RowRefused(
      `“correct” says “${row.get("correct")!.slice(0, 40)}”, which does not fit the ${options.length} answers. Write their numbers, such as 1;3.`,
    );
  return options.map(({ text, place }) => ({
    text,
    correct: right.includes(place),
    ...(row.has(`why_${place}`) ? { why: row.get(`why_${place}`) } : {}),
    ...creditOf(row, place),
  }));
}

function numericOf(row: Row): Record<string, unknown> {
  return {
    value: numberOf(row, "value"),
    tolerance: row.has("tolerance") ? numberOf(row, "tolerance") : 0,
    ...(row.has("unit") ? { unit: row.get("unit") } : {}),
  };
}

function creditOf(row: Row, place: number): { credit?: number } {
  return row.has(`credit_${place}`) ? { credit: numberOf(row, `credit_${place}`) } : {};
}

interface Numbered {
  readonly place: number;
  readonly text: string;
}

function numbered(row: Row, name: string): Numbered[] {
  const found: Numbered[] = [];
  for (let place = 1; place <= MOST_OPTIONS; place += 1) {
    const text = row.get(`${name}_${place}`);
    if (text !== undefined) found.push({ place, text });
  }
  return found;
}

function listOf(cell: string): string[] {
  return cell
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function numberOf(row: Row, column: string): number {
  const cell = row.get(column)!;
  const unclear = twoReadings(cell);
  if (unclear) throw new RowRefused(`In “${column}”, ${unclear}`);
  const value = numberIn(cell) ?? parseNumber(cell);
  if (value === null) throw new RowRefused(`“${column}” is “${cell.slice(0, 40)}”, which is not a number.`);
  return value;
}

function truthOf(row: Row, column: string): boolean {
  const cell = row.get(column)!.toLowerCase();
  if (["true", "t", "yes", "1"].includes(cell)) return true;
  if (["false", "f", "no", "0"].includes(cell)) return false;
  throw new RowRefused(`“${column}” is “${cell.slice(0, 40)}”. Write true or false.`);
}

function moreOf(row: Row): Record<string, unknown> {
  const cell = row.get("more");
  if (cell === undefined) return {};
  try {
    const more: unknown = JSON.parse(cell);
    if (typeof more === "object" && more !== null && !Array.isArray(more))
      return more as Record<string, unknown>;
  } catch {
    /* Said below, as for what is JSON and not an object. */
  }
  throw new RowRefused('“more” is not a JSON object, such as {"words": 200}.');
}
