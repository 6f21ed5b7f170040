/** What somebody holds from a date to a date, with what was known of it when. The plainest bookkeeping of two dates. */
import type { AsOf } from "~/features/certifications/certification-rules";

export interface Held {
  readonly value: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly recordedAt: Date;
  supersededAt: Date | null;
}

export function holds({ from, until, recordedAt, supersededAt }: Held, { effective, known }: AsOf): boolean {
  return (
    from <= effective &&
    (until === null || until > effective) &&
    recordedAt <= known &&
    (supersededAt === null || supersededAt > known)
  );
}

export function heldValues(rows: readonly Held[], asOf: AsOf): string[] {
  return rows.filter((row) => holds(row, asOf)).map(({ value }) => value);
}

/** @param instead what else is held gives way */
export function give(rows: Held[], value: string, from: Date, at: Date, instead = false): void {
  if (instead)
    for (const row of [...rows])
      if (row.supersededAt === null && (row.until === null || row.until > from)) cut(rows, row, from, at);
  rows.push({ value, from, until: null, recordedAt: at, supersededAt: null });
}

export function end(rows: Held[], value: string, until: Date, at: Date): void {
  for (const row of [...rows])
    if (row.value === value && row.supersededAt === null && row.until === null) cut(rows, row, until, at);
}

export function endAll(rows: Held[], until: Date, at: Date): void {
  for (const row of [...rows])
    if (row.supersededAt === null && (row.until === null || row.until > until)) cut(rows, row, until, at);
}

function cut(rows: Held[], row: Held, until: Date, at: Date): void {
  row.supersededAt = at;
  const { value, from } = row;
  if (until > from) rows.push({ value, from, until, recordedAt: at, supersededAt: null });
}
