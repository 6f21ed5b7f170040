/** Who may observe whom, and who may see what was observed. */
import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { sql, sqlList, type Prisma } from "~/platform/db/client.server";
import { Forbidden, NotFound } from "~/platform/errors";

export function mayObserveAnybody(actor: Actor): boolean {
  return may(actor, "manager") || may(actor, "admin");
}

/** @throws NotFound for whom observing is not open; Forbidden for oneself */
export function requireObserver(actor: Actor, personId?: string): void {
  if (!mayObserveAnybody(actor)) throw new NotFound();
  if (personId === actor.personId)
    throw new Forbidden(
      "own-sign-off",
      "Nobody signs off their own work. Your manager or an administrator can observe you.",
    );
}

/** People (their id in `person`) whom the actor may observe today: those of their teams; never themselves. */
export function observableBy(actor: Actor, person: Prisma.Sql): Prisma.Sql {
  const another = sql`${person} <> ${actor.personId}`;
  if (may(actor, "admin")) return another;
  if (!may(actor, "manager") || actor.managedTeamIds.length === 0) return sql`1 = 0`;
  const t = now();
  return sql`${another} AND ${person} IN (
    SELECT member."personId" FROM "Assignment" member
    WHERE member."teamId" IN (${sqlList([...actor.managedTeamIds])}) AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, { effective: t, known: t })})`;
}

/** Sign-offs (alias s) that the actor may open. A draft is for those who may fill it in. */
export function visibleTo(actor: Actor): Prisma.Sql {
  const recorded = may(actor, "auditor") ? sql`1 = 1` : sql`s."personId" = ${actor.personId}`;
  const begun = may(actor, "manager")
    ? sql`${actor.personId} IN (s."observerId", s."completedById") AND s."personId" <> ${actor.personId}`
    : sql`1 = 0`;
  return sql`((${observableBy(actor, sql`s."personId"`)}) OR (s."completedAt" IS NOT NULL AND (${recorded})) OR (${begun}))`;
}
