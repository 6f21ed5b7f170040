/** Who may observe whom, and who may see what was observed. */
import { may, type Actor } from "~/features/people/actor";
import { maySupervise, supervisedBy } from "~/features/people/supervision.server";
import { sql, type Prisma } from "~/platform/db/client.server";
import { Forbidden, NotFound } from "~/platform/errors";

/** @throws NotFound for whom observing is not open; Forbidden for oneself */
export function requireObserver(actor: Actor, personId?: string): void {
  if (!maySupervise(actor)) throw new NotFound();
  if (personId === actor.personId)
    throw new Forbidden(
      "own-sign-off",
      "Nobody signs off their own work. Your manager or an administrator can observe you.",
    );
}

/** Sign-offs (alias s) that the actor may open. A draft is for those who may fill it in. */
export function visibleTo(actor: Actor): Prisma.Sql {
  const recorded = may(actor, "auditor") ? sql`1 = 1` : sql`s."personId" = ${actor.personId}`;
  const begun = may(actor, "manager")
    ? sql`${actor.personId} IN (s."observerId", s."completedById") AND s."personId" <> ${actor.personId}`
    : sql`1 = 0`;
  return sql`((${supervisedBy(actor, sql`s."personId"`)}) OR (s."completedAt" IS NOT NULL AND (${recorded})) OR (${begun}))`;
}
