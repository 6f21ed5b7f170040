/** The columns of an export in plain words, and how one record fills them. */
import { dayOf, endOfDay, startOfDay, type Day } from "~/features/people/calendar";
import type { Cell } from "./csv-line";
import { kindWords, outcomeWords, wordOf } from "./record-words";

/** What an export reads of a record, in the order in which it reads it; times as the database writes them in JSON. */
export type ExportedRow = readonly [
  id: string,
  occurredAt: string,
  recordedAt: string,
  kind: string,
  outcome: string,
  validFrom: string | null,
  validUntil: string | null,
  /** Columns that go out as they are. */
  ...rest: Cell[],
];

export const HEADER: readonly string[] = [
  "Record",
  "Happened at (UTC)",
  "Day it happened",
  "Time zone of the day",
  "Recorded at (UTC)",
  "What happened",
  "Outcome",
  "Valid from (UTC)",
  "Valid until (UTC)",
  "Person",
  "Employee number",
  "Job role then",
  "Team then",
  "Region then",
  "Title",
  "Edition",
  "Standard",
  "Score (0 to 1)",
  "Recorded by (person id)",
  "Reason",
  "Person id",
  "Award id",
];

/** Fills the columns of the header. It keeps the day it was at last: records come in order of time. */
export function rowReader(timeZone: string): (row: ExportedRow) => Cell[] {
  const dayIn = dayReader(timeZone);
  return ([id, occurredAt, recordedAt, kind, outcome, validFrom, validUntil, ...rest]) => {
    const happened = utc(occurredAt);
    return [
      id,
      happened,
      dayIn(happened),
      timeZone,
      utc(recordedAt),
      wordOf(kindWords, kind),
      wordOf(outcomeWords, outcome),
      validFrom && utc(validFrom),
      validUntil && utc(validUntil),
      ...rest,
    ];
  };
}

/** SQLite keeps 2026-03-04T05:06:07.000+00:00, PostgreSQL writes 2026-03-04T05:06:07. */
export function utc(text: string): string {
  return `${text.slice(0, 19)}.${(/^\.(\d{1,3})/.exec(text.slice(19))?.[1] ?? "").padEnd(3, "0")}Z`;
}

/** Working out the day in a zone costs more than the rest of a row, and the next record is mostly of the same day. */
function dayReader(timeZone: string): (moment: string) => Day {
  let [day, from, until] = ["", 0, 0];
  return (moment) => {
    const time = Date.parse(moment);
    if (time < from || time >= until) {
      day = dayOf(new Date(time), timeZone);
      [from, until] = [startOfDay(day, timeZone).getTime(), endOfDay(day, timeZone).getTime()];
    }
    return day;
  };
}
