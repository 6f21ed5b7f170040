import { may, type Actor } from "~/features/people/actor";
import type { Prisma } from "~/platform/db/client.server";
import { requireOffice } from "../office/office-policy.server";

/**
 * Tests of the studio that an actor may write: their own, as long as they run tests; administrators all of them. A test
 * of the content folder is written there.
 * @throws NotFound
 */
export function testsOf(actor: Actor): Prisma.AssessmentWhereInput {
  requireOffice(actor);
  return { ownerId: may(actor, "admin") ? { not: null } : actor.personId };
}
