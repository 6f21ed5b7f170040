/** Who may be the second person for a revision: an administrator, or a manager whose region it reaches. Never its author. */
import { may, type Actor } from "~/features/people/actor";
import type { Audience } from "~/features/content/lesson";
import { type Prisma, sql } from "~/platform/db/client.server";

export function mayDecide(actor: Actor, audience: Audience, proposedById: string): boolean {
  if (actor.personId === proposedById) return false;
  if (may(actor, "admin")) return true;
  const reached = audience.regions.length === 0 || audience.regions.includes(actor.regionId ?? "");
  return may(actor, "manager") && reached;
}

/** The same of proposals p about drafts d. An audience is kept as JSON, its regions last. */
export function decidableBy(actor: Actor): Prisma.Sql {
  const another = sql`p."proposedById" <> ${actor.personId}`;
  if (may(actor, "admin")) return another;
  if (!may(actor, "manager")) return sql`1 = 0`;
  const [everywhere, here] = ['%"regions":[]%', `%"regions":[%"${actor.regionId ?? ""}"%`];
  return sql`${another} AND (d."audience" LIKE ${everywhere} OR d."audience" LIKE ${here})`;
}
