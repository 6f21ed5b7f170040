import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { type Prisma, sql, sqlList } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";

/** @throws NotFound for whoever checks nobody's certificates */
export function requireReviewer(actor: Actor): void {
  if (!may(actor, "manager") && !may(actor, "admin")) throw new NotFound();
}

/**
 * Whose certificates the actor may check, by the person in this column: those of their teams, and an administrator
 * everybody's. Nobody checks their own.
 */
export function reviewableBy(actor: Actor, personId: Prisma.Sql): Prisma.Sql {
  const foreign = sql`${personId} <> ${actor.personId}`;
  if (may(actor, "admin")) return foreign;
  if (!may(actor, "manager") || actor.managedTeamIds.length === 0) return sql`1 = 0`;
  const t = now();
  return sql`${foreign} AND EXISTS (
    SELECT 1 FROM "Assignment" member
    WHERE member."personId" = ${personId} AND member."kind" = 'team-member'
      AND member."teamId" IN (${sqlList([...actor.managedTeamIds])})
      AND ${inForce(sql`member`, { effective: t, known: t })})`;
}
