import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { summariseHeld, type HeldRow } from "~/features/people/held";
import { now } from "~/platform/clock.server";
import { db, sql, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";

/** What decides which tests are open to a person. */
export interface Grantee {
  readonly personId: string;
  readonly jobRoleIds: readonly string[];
  readonly regionId: string | null;
}

/** @throws NotFound when the person has left, or the actor neither manages their team nor is an administrator */
export async function granteeOf(
  actor: Actor,
  personId: string,
  reader: typeof db | Tx = db,
): Promise<Grantee> {
  const grantee = await findGrantee(personId, reader);
  const isTheirManager =
    may(actor, "manager") && grantee?.teamId != null && actor.managedTeamIds.includes(grantee.teamId);
  if (!grantee || !(isTheirManager || may(actor, "admin"))) throw new NotFound("person");
  return grantee;
}

/** @returns null when the person has left */
export async function findGrantee(
  personId: string,
  reader: typeof db | Tx = db,
): Promise<(Grantee & { teamId: string | null }) | null> {
  const t = now();
  const rows = await reader.$queryRaw<HeldRow[]>`
    SELECT a."kind", a."jobRoleId", a."teamId", a."access", team."regionId"
    FROM "Person" p
    LEFT JOIN "Assignment" a ON a."personId" = p."id"
      AND ${inForce(sql`a`, { effective: t, known: t })}
    LEFT JOIN "Team" team ON team."id" = a."teamId"
    WHERE p."id" = ${personId} AND (p."leftAt" IS NULL OR p."leftAt" > ${t})
    ORDER BY a."heldFrom", a."jobRoleId", a."teamId"`;
  if (rows.length === 0) return null;
  const { jobRoleIds, regionId, teamId } = summariseHeld(rows);
  return { personId, jobRoleIds, regionId, teamId };
}
