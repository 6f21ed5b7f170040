import { stringify } from "csv-stringify/sync";
import type { QuestionSource } from "../questions/question-source";
import { guardCell } from "./csv-cells";
import { NUMBERED_COLUMNS, PLAIN_COLUMNS, rowOf } from "./csv-row";

/** Begins with the mark by which Excel knows UTF-8. Columns that no question needs are left out. */
export function writeCsv(questions: readonly QuestionSource[]): string {
  const rows = questions.map(rowOf);
  const used = new Set(rows.flatMap((row) => [...row.keys()]));
  const most = Array.from({ length: 50 }, (_, index) => index + 1);
  const numbered = NUMBERED_COLUMNS.flatMap((name) => most.map((place) => `${name}_${place}`));
  const always = new Set(["kind", "id", "prompt"]);
  const columns = [...PLAIN_COLUMNS, ...numbered, "more"].filter(
    (column) => always.has(column) || used.has(column),
  );
  const cells = rows.map((row) => columns.map((column) => guardCell(row.get(column) ?? "")));
  return stringify([columns, ...cells], {
    bom: true,
    record_delimiter: "\r\n",
    quoted_match: /[\r\n\t;]|^\s|\s$/,
  });
}
