import { may, type Actor } from "~/features/people/actor";
import type { Prisma } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";

/**
 * Managers and administrators run tests: they mark, decide appeals, watch over sittings and keep banks.
 * @throws NotFound, so that others do not learn what there is
 */
export function requireOffice(actor: Actor): void {
  if (!may(actor, "manager") && !may(actor, "admin")) throw new NotFound();
}

/**
 * Tests whose questions the actor may see with their keys, and regrade: administrators every one, managers those that
 * they wrote. A test of the content folder is written by nobody here.
 */
export function runBy(actor: Actor): Prisma.AssessmentWhereInput {
  if (may(actor, "admin")) return {};
  return may(actor, "manager") ? { ownerId: actor.personId } : { id: { in: [] } };
}
