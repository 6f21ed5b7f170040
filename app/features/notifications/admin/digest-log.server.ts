import type { Actor } from "~/features/people/actor";
import { requireAdministrator } from "~/features/people/people-policy";
import { db, sql } from "~/platform/db/client.server";

const PAGE = 50;

interface DigestRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly count: number;
  readonly byMail: boolean;
  readonly inApp: boolean;
  readonly mailedAt: Date | null;
  readonly mailed: number | null;
}

/** Digests as they were written, the newest first. @throws NotFound for everyone but administrators */
export async function digestLog(actor: Actor, after: string | null) {
  requireAdministrator(actor);
  const rows = await db.$queryRaw<DigestRow[]>(sql`
    SELECT d."id", d."personId", p."name", d."createdAt", d."byMail", d."inApp", d."mailedAt", d."mailed",
           (SELECT CAST(COUNT(*) AS INTEGER) FROM "Reminder" r WHERE r."digestId" = d."id") AS "count"
    FROM "ReminderDigest" d JOIN "Person" p ON p."id" = d."personId"
    ${after ? sql`WHERE d."id" < ${after}` : sql``}
    ORDER BY d."id" DESC LIMIT ${PAGE + 1}`);
  const shown = rows.slice(0, PAGE).map((row) => ({
    ...row,
    count: Number(row.count),
    byMail: Boolean(row.byMail),
    inApp: Boolean(row.inApp),
  }));
  return { digests: shown, next: rows.length > PAGE ? shown.at(-1)!.id : null };
}
