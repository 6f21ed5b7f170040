/** Who may do what to an award. */
import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { db, sql, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { type AwardChangeKind, awardNow, changesOf, type AwardWithEvents } from "./award-transitions";

export interface AwardRoles {
  readonly holder: boolean;
  readonly manager: boolean;
  readonly administrator: boolean;
}

export async function awardRoles(
  actor: Actor,
  holderId: string,
  reader: typeof db | Tx = db,
): Promise<AwardRoles> {
  return {
    holder: actor.personId === holderId,
    manager: may(actor, "manager") && (await isInTeamOf(actor, holderId, reader)),
    administrator: may(actor, "admin"),
  };
}

async function isInTeamOf(actor: Actor, personId: string, reader: typeof db | Tx): Promise<boolean> {
  if (actor.managedTeamIds.length === 0 || actor.personId === personId) return false;
  const t = now();
  const rows = await reader.$queryRaw<{ teamId: string }[]>`
    SELECT member."teamId" FROM "Assignment" member
    WHERE member."personId" = ${personId} AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, { effective: t, known: t })}`;
  return rows.some(({ teamId }) => actor.managedTeamIds.includes(teamId));
}

const allowed: Readonly<Record<AwardChangeKind, (roles: AwardRoles) => boolean>> = {
  /* Whoever answers for the work can stop it at once; taking that back is decided by others. */
  suspended: ({ holder, manager, administrator }) => !holder && (manager || administrator),
  revoked: ({ holder, administrator }) => !holder && administrator,
  reinstated: ({ holder, administrator }) => !holder && administrator,
  corrected: ({ holder, administrator }) => !holder && administrator,
  surrendered: ({ holder }) => holder,
};

function mayChange(kind: AwardChangeKind, roles: AwardRoles): boolean {
  return allowed[kind](roles);
}

/** A second person for a revocation: another administrator, or who manages the holder. Never the holder or the proposer. */
export function mayDecide(actor: Actor, roles: AwardRoles, proposedById: string): boolean {
  return !roles.holder && actor.personId !== proposedById && (roles.administrator || roles.manager);
}

interface OpenProposal {
  readonly proposalId: string | null;
  readonly proposedById: string | null;
}

/** What the actor may do to this award today. */
export function awardOptions(
  actor: Actor,
  roles: AwardRoles,
  award: AwardWithEvents,
  { proposalId, proposedById }: OpenProposal,
) {
  const changes = changesOf(awardNow(award, award.events), now())
    .filter((kind) => mayChange(kind, roles))
    .filter((kind) => (kind !== "revoked" && kind !== "surrendered") || proposalId === null);
  const mayAnswer = proposedById !== null && mayDecide(actor, roles, proposedById);
  const mine = proposedById === actor.personId;
  return { changes, mayAnswer, mine, any: changes.length > 0 || mayAnswer || mine };
}

/** @throws NotFound, so that others do not learn that there is such a certificate */
export async function requireMayChange(
  tx: Tx,
  actor: Actor,
  kind: AwardChangeKind,
  holderId: string,
): Promise<void> {
  if (!mayChange(kind, await awardRoles(actor, holderId, tx))) throw new NotFound("certificate");
}
