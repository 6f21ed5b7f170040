/** Certificates that wait for the actor to check them, what waits longest first. */
import { supervisedBy } from "~/features/people/supervision.server";
import type { QueuePlace } from "~/features/assessments/marking/queue-place";
import { placeText } from "~/features/assessments/marking/queue-place";
import { may, type Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { requireReviewer } from "./external-policy.server";
import { COUNTED } from "./external-rules";

const PAGE = 30;

export interface WaitingRow {
  readonly id: string;
  readonly personName: string;
  readonly title: string;
  readonly issuer: string;
  readonly sentAt: Date;
}

/** @throws NotFound for whoever checks nobody's */
export async function externalQueue(
  actor: Actor,
  after: QueuePlace | null,
): Promise<{ rows: WaitingRow[]; next: string | null }> {
  requireReviewer(actor);
  const beyond = after ? sql`AND (w."sentAt", w."certificateId") > (${after.at}, ${after.id})` : sql``;
  const found = await db.$queryRaw<WaitingRow[]>`
    SELECT x."id", p."name" AS "personName", x."title", x."issuer", w."sentAt"
    FROM "WaitingCertificate" w
    JOIN "ExternalCertificate" x ON x."id" = w."certificateId"
    JOIN "Person" p ON p."id" = w."personId" AND (p."leftAt" IS NULL OR p."leftAt" > ${now()})
    WHERE ${supervisedBy(actor, sql`w."personId"`)} ${beyond}
    ORDER BY w."sentAt", w."certificateId"
    LIMIT ${PAGE + 1}`;
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return { rows, next: last ? placeText({ at: last.sentAt, id: last.id }) : null };
}

/** How many wait for the actor; stops counting at COUNTED. Null for whom it is not. */
export async function externalsWaiting(actor: Actor): Promise<number | null> {
  if (!may(actor, "manager") && !may(actor, "admin")) return null;
  const [row] = await db.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" FROM (
      SELECT 1 FROM "WaitingCertificate" w
      JOIN "Person" p ON p."id" = w."personId" AND (p."leftAt" IS NULL OR p."leftAt" > ${now()})
      WHERE ${supervisedBy(actor, sql`w."personId"`)} LIMIT ${COUNTED}) AS waiting`;
  return Number(row!.count);
}
