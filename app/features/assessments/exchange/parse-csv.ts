/** A spreadsheet saved as CSV, with commas, semicolons or tabs; csv-row.ts has the columns. */
import { CsvError, parse } from "csv-parse/sync";
import { unguardCell } from "./csv-cells";
import { questionOf, RowRefused } from "./csv-question";
import { NUMBERED_COLUMNS, PLAIN_COLUMNS, type Row } from "./csv-row";
import type { Intake } from "./intake";

export function parseCsv(text: string, intake: Intake): void {
  const rows = read(text, intake);
  const [header, ...records] = rows;
  if (!header) return;
  const columns = header.cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
  if (!columns.includes("kind") || !columns.includes("prompt")) {
    intake.problem(
      header.line,
      "The first row does not name the columns “kind” and “prompt”.",
      "Begin with a row of column names. An exported bank shows all of them.",
    );
    return;
  }
  nameUnknown(columns, header.line, intake);
  for (const { line, cells } of records) {
    if (intake.full) return;
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ""))
      intake.problem(
        line,
        "This row has more cells than there are columns.",
        "Put a text that holds the separator between double quotes.",
      );
    else readRow(line, rowOf(columns, cells), intake);
  }
}

function readRow(line: number, row: Row, intake: Intake): void {
  try {
    intake.add({ line, id: row.get("id"), names: [row.get("prompt")], value: questionOf(row) });
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    intake.problem(line, error.message, "Change the row and choose the file again.");
  }
}

function rowOf(columns: readonly string[], cells: readonly string[]): Row {
  const row: Row = new Map();
  columns.forEach((column, index) => {
    const cell = unguardCell(cells[index] ?? "").trim();
    if (cell !== "") row.set(column, cell);
  });
  return row;
}

const NUMBERED = new RegExp(`^(${NUMBERED_COLUMNS.join("|")})_([1-9]|[1-4][0-9]|50)$`);

function nameUnknown(columns: readonly string[], line: number, intake: Intake): void {
  for (const column of columns)
    if (column !== "" && column !== "more" && !PLAIN_COLUMNS.includes(column) && !NUMBERED.test(column))
      intake.unsupported(line, `The column “${column.slice(0, 60)}”`);
}

interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

function read(text: string, intake: Intake): CsvLine[] {
  /* Excel says its separator in a first line. */
  const said = /^sep=(.)\r?\n/.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const rows: CsvLine[] = [];
  let next = said ? 2 : 1;
  const before = next;
  try {
    parse(body, {
      delimiter: said?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ line: next, cells });
        next = lines + before;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    intake.problem(
      next,
      "A text between double quotes does not end, so the rows from here on cannot be told apart.",
      "Close the quotes, and write a double quote within a text twice.",
    );
  }
  return rows;
}

/** What parts the names of the columns. */
function delimiterOf(text: string): string {
  const header = text.slice(0, 20_000).split(/[\r\n]/, 1)[0]!;
  const counts = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.sort((a, b) => b.count - a.count)[0]!.delimiter;
}
