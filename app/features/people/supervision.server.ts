/** Whom a manager or an administrator answers for. Nobody answers for themselves. */
import { now } from "~/platform/clock.server";
import { type Prisma, sql, sqlList } from "~/platform/db/client.server";
import { may, type Actor } from "./actor";
import { inForce } from "./as-of.server";

export function maySupervise(actor: Actor): boolean {
  return may(actor, "manager") || may(actor, "admin");
}

/** People, by the id in this column: those of the actor's teams today, and an administrator's everybody. */
export function supervisedBy(actor: Actor, personId: Prisma.Sql): Prisma.Sql {
  const another = sql`${personId} <> ${actor.personId}`;
  if (may(actor, "admin")) return another;
  if (!may(actor, "manager") || actor.managedTeamIds.length === 0) return sql`1 = 0`;
  const t = now();
  return sql`${another} AND EXISTS (
    SELECT 1 FROM "Assignment" member
    WHERE member."personId" = ${personId} AND member."kind" = 'team-member'
      AND member."teamId" IN (${sqlList([...actor.managedTeamIds])})
      AND ${inForce(sql`member`, { effective: t, known: t })})`;
}
