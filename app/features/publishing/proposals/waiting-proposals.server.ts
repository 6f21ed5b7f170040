/** Revisions that wait for the actor as the second person, what waits longest first. */
import { type ChangeKind } from "~/features/content/revisions/change-kinds";
import type { Actor } from "~/features/people/actor";
import { maySupervise } from "~/features/people/supervision.server";
import { db, sql, type Prisma } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { decidableBy } from "./second-person.server";

const PAGE = 50;

export interface WaitingProposal {
  readonly id: string;
  readonly draftId: string;
  readonly title: string;
  readonly kind: ChangeKind;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

/** Proposals p about drafts d; without those whose draft was edited since: they cannot be confirmed any more. */
export function proposalsFor(actor: Actor): Prisma.Sql {
  return sql`"RevisionProposal" p JOIN "Draft" d ON d."id" = p."draftId" AND d."edits" = p."edits"
    AND p."state" = 'open' AND ${decidableBy(actor)}`;
}

/** @param after the id of the last one shown */
export async function waitingProposals(
  actor: Actor,
  after: string | null,
): Promise<{ proposals: WaitingProposal[]; next: string | null }> {
  if (!maySupervise(actor)) throw new NotFound();
  const from =
    after === null
      ? sql``
      : sql`WHERE (p."proposedAt", p."id") > (
          SELECT last."proposedAt", last."id" FROM "RevisionProposal" last WHERE last."id" = ${after})`;
  const rows = await db.$queryRaw<WaitingProposal[]>`
    SELECT p."id", p."draftId", d."title", p."kind", author."name" AS "proposedBy", p."proposedAt"
    FROM ${proposalsFor(actor)}
    JOIN "Person" author ON author."id" = p."proposedById"
    ${from} ORDER BY p."proposedAt", p."id" LIMIT ${PAGE + 1}`;
  const proposals = rows.slice(0, PAGE);
  return { proposals, next: rows.length > PAGE ? proposals.at(-1)!.id : null };
}
