import { may, type Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";

/**
 * Auditors read every record; administrators may see what an auditor sees, so that they can answer for it.
 * @throws NotFound, so that others do not learn what there is to read
 */
export function requireAuditReader(actor: Actor): void {
  if (!may(actor, "auditor") && !may(actor, "admin")) throw new NotFound();
}
