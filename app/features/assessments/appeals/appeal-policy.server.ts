import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { sql, sqlList, type Prisma } from "~/platform/db/client.server";

/**
 * Appeals (alias p) that the actor may see and decide. Nobody decides their own. Those who marked the attempt, or lead
 * the person's team today, leave it to others; administrators may always, so that there is somebody who can.
 */
export function decidableBy(actor: Actor): Prisma.Sql {
  const foreign = sql`p."personId" <> ${actor.personId}`;
  if (may(actor, "admin")) return foreign;
  const unmarked = sql`NOT EXISTS (
    SELECT 1 FROM "Marking" m WHERE m."attemptId" = p."attemptId" AND m."markerId" = ${actor.personId})`;
  return sql`${foreign} AND ${unmarked} AND ${outsideTeams(actor.managedTeamIds)}`;
}

function outsideTeams(teamIds: readonly string[]): Prisma.Sql {
  if (teamIds.length === 0) return sql`1 = 1`;
  const t = now();
  return sql`NOT EXISTS (
    SELECT 1 FROM "Assignment" member
    WHERE member."personId" = p."personId" AND member."kind" = 'team-member'
      AND member."teamId" IN (${sqlList([...teamIds])})
      AND ${inForce(sql`member`, { effective: t, known: t })})`;
}
