/** Revocations that wait for the actor as the second person, what waits longest first. */
import { supervisedBy } from "~/features/people/supervision.server";
import type { Actor } from "~/features/people/actor";
import { db, sql, type Prisma } from "~/platform/db/client.server";

const PAGE = 50;

export interface WaitingRevocation {
  readonly id: string;
  readonly awardId: string;
  readonly personName: string;
  readonly title: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

/**
 * Proposals pr about awards a, as `mayDecide` says: of the actor's people, and proposed by somebody else. What was given
 * back at the same moment cannot be revoked any more.
 */
export function revocationsFor(actor: Actor): Prisma.Sql {
  return sql`"AwardProposal" pr JOIN "Award" a ON a."id" = pr."awardId" AND pr."state" = 'open'
    AND pr."proposedById" <> ${actor.personId} AND ${supervisedBy(actor, sql`a."personId"`)}
    AND NOT EXISTS (SELECT 1 FROM "AwardEvent" back WHERE back."awardId" = a."id" AND back."kind" = 'surrendered')`;
}

/** @param after the id of the last one shown */
export async function waitingRevocations(
  actor: Actor,
  after: string | null,
): Promise<{ revocations: WaitingRevocation[]; next: string | null }> {
  /* Ids rise with time, so their order is that of proposing. */
  const from = after === null ? sql`` : sql`WHERE pr."id" > ${after}`;
  const rows = await db.$queryRaw<WaitingRevocation[]>`
    SELECT pr."id", pr."awardId", p."name" AS "personName", c."title", proposer."name" AS "proposedBy", pr."proposedAt"
    FROM ${revocationsFor(actor)}
    JOIN "Person" p ON p."id" = a."personId"
    JOIN "Person" proposer ON proposer."id" = pr."proposedById"
    JOIN "Certification" c ON c."id" = a."certificationId"
    ${from} ORDER BY pr."id" LIMIT ${PAGE + 1}`;
  const revocations = rows.slice(0, PAGE);
  return { revocations, next: rows.length > PAGE ? revocations.at(-1)!.id : null };
}
