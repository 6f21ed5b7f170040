/** A page of the records that match, newest or oldest first. Pages follow each other by place, not by number. */
import type { Actor } from "~/features/people/actor";
import { db, sql, type Prisma } from "~/platform/db/client.server";
import { requireAuditReader } from "./audit-policy";
import { laterThan, recordsOrder, recordsWhere } from "./record-filter-sql.server";
import {
  cursorText,
  recordSearch,
  requireSound,
  type RecordOrder,
  type RecordQuestion,
} from "./record-filters";
import type { RecordPage, RecordRow } from "./record-page";

export const PAGE_SIZE = 50;
/** Counting further would cost more than the number is worth. */
export const COUNTED_TO = 1_000;

/**
 * @throws NotFound for whom it is not open
 * @throws Invalid when a filter cannot be used
 */
export async function listRecords(actor: Actor, question: RecordQuestion): Promise<RecordPage> {
  requireAuditReader(actor);
  requireSound(question);
  const { filters } = question;
  const total = await countUpTo(recordsWhere(filters, actor.timeZone, "few"));
  const expected = total > COUNTED_TO ? "many" : "few";
  const where = recordsWhere(filters, actor.timeZone, expected);
  const found = await db.$queryRaw<RecordRow[]>(pageStatement(where, question));
  return { ...pageOf(found, question), total: expected === "many" ? null : total };
}

export function pageStatement(where: Prisma.Sql, { order, cursor }: RecordQuestion): Prisma.Sql {
  const walked = cursor?.direction === "before" ? opposite(order) : order;
  const place = cursor ? sql`AND ${laterThan(cursor, walked)}` : sql``;
  return sql`
    SELECT r."id", r."kind", r."outcome", r."personName", r."employeeNumber", r."teamName", r."regionName",
           r."jobRoleName", r."title", r."edition", r."score", r."validUntil", r."occurredAt"
    FROM "EvidenceRecord" r
    WHERE ${where} ${place}
    ORDER BY ${recordsOrder(walked)}
    LIMIT ${PAGE_SIZE + 1}`;
}

function pageOf(found: readonly RecordRow[], { filters, order, cursor }: RecordQuestion) {
  const backwards = cursor?.direction === "before";
  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  const rows = backwards ? shown.reverse() : shown;
  const [first, last] = [rows[0], rows.at(-1)];
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : cursor !== null;
  return {
    rows,
    next: hasNext && last ? recordSearch({ filters, order, after: cursorText(last) }) : null,
    previous: hasPrevious && first ? recordSearch({ filters, order, before: cursorText(first) }) : null,
  };
}

async function countUpTo(where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" FROM (
      SELECT 1 FROM "EvidenceRecord" r WHERE ${where} LIMIT ${COUNTED_TO + 1}
    ) counted`;
  return Number(row!.count);
}

function opposite(order: RecordOrder): RecordOrder {
  return order === "newest" ? "oldest" : "newest";
}
