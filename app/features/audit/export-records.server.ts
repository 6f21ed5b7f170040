/** Records as CSV, a batch at a time: an export holds one batch in memory, however many records there are. */
import { now } from "~/platform/clock.server";
import type { Actor } from "~/features/people/actor";
import { db, provider, sql, type Prisma } from "~/platform/db/client.server";
import { requireAuditReader } from "./audit-policy";
import { csvLine } from "./csv-line";
import { HEADER, rowReader, utc, type ExportedRow } from "./record-csv";
import { laterThan, recordsOrder, recordsWhere } from "./record-filter-sql.server";
import { requireSound, type RecordOrder, type RecordQuestion } from "./record-filters";

/** Larger ones are slower: what they hold outlives the young generation of the garbage collector. */
export const BATCH = 500;
/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

export interface Exported {
  /** Whole lines. */
  readonly text: string;
  readonly rows: number;
}

/**
 * @throws NotFound for whom it is not open
 * @throws Invalid when a filter cannot be used
 */
export function exportRecords(actor: Actor, question: RecordQuestion): AsyncGenerator<Exported, void> {
  requireAuditReader(actor);
  requireSound(question);
  return csvOfRecords(question, actor.timeZone);
}

/** For who has the database anyway. What is recorded after it began is left out, so that the file has one date. */
export async function* csvOfRecords(
  { filters, order }: RecordQuestion,
  timeZone: string,
): AsyncGenerator<Exported, void> {
  const where = sql`${recordsWhere(filters, timeZone, "many")} AND r."recordedAt" <= ${now()}`;
  const cellsOf = rowReader(timeZone);
  yield { text: BYTE_ORDER_MARK + csvLine(HEADER), rows: 0 };
  for (let place: Place | null = null; ;) {
    const rows: ExportedRow[] = await readBatch(where, order, place);
    let text = "";
    for (const row of rows) text += csvLine(cellsOf(row));
    if (rows.length > 0) yield { text, rows: rows.length };
    if (rows.length < BATCH) return;
    place = placeOf(rows.at(-1)!);
  }
}

export async function countRecords({ filters }: RecordQuestion, timeZone: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" FROM "EvidenceRecord" r WHERE ${recordsWhere(filters, timeZone, "few")}`;
  return Number(row!.count);
}

interface Place {
  readonly occurredAt: Date;
  readonly id: string;
}

function placeOf([id, occurredAt]: ExportedRow): Place {
  return { id, occurredAt: new Date(utc(occurredAt)) };
}

/** One JSON text a batch: the client makes that into values many times faster than it does rows and columns. */
async function readBatch(where: Prisma.Sql, order: RecordOrder, place: Place | null): Promise<ExportedRow[]> {
  const later = place ? sql`AND ${laterThan(place, order)}` : sql``;
  const [batch] = await db.$queryRaw<{ rows: string | null }[]>`
    SELECT ${ALL} AS "rows" FROM (
      SELECT ${ROW} AS "row" FROM "EvidenceRecord" r
      WHERE ${where} ${later} ORDER BY ${recordsOrder(order)} LIMIT ${BATCH}
    ) batch`;
  return JSON.parse(batch?.rows ?? "[]") as ExportedRow[];
}

/** In the order of ExportedRow. */
const cells = sql`r."id", r."occurredAt", r."recordedAt", r."kind", r."outcome", r."validFrom", r."validUntil",
  r."personName", r."employeeNumber", r."jobRoleName", r."teamName", r."regionName", r."title", r."edition",
  r."standard", r."score", r."actorId", r."reason", r."personId", r."awardId"`;
const ROW = provider === "sqlite" ? sql`json_array(${cells})` : sql`json_build_array(${cells})`;
const ALL = provider === "sqlite" ? sql`json_group_array(json("row"))` : sql`CAST(json_agg("row") AS TEXT)`;
