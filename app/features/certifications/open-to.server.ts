import { may, type Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { type AwardRoles, awardRoles } from "./award-actors.server";

/**
 * What is on record about a person opens for themselves, who manages them, who audits and who administers.
 * @throws NotFound for all others
 */
export async function requireOpenTo(actor: Actor, personId: string, what: string): Promise<AwardRoles> {
  const roles = await awardRoles(actor, personId);
  if (roles.holder || roles.manager || roles.administrator || may(actor, "auditor")) return roles;
  throw new NotFound(what);
}
