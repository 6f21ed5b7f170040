import { transaction } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import type { Actor } from "./actor";
import { lockPerson } from "./lock-people.server";
import { requireAdministrator } from "./people-policy";
import { recordChange } from "./record-change.server";

/** A leaver is back, with their records and certificates. What they held before does not come back by itself. */
export async function returnPerson(
  actor: Actor,
  { personId, reason }: { personId: string; reason: string },
): Promise<void> {
  requireAdministrator(actor);
  await transaction(async (tx) => {
    await lockPerson(tx, personId);
    const returned = await tx.person.updateMany({
      where: { id: personId, leftAt: { not: null } },
      data: { leftAt: null },
    });
    if (returned.count !== 1) throw new Conflict("not-left", "This person is not marked as a leaver.");
    await recordChange(tx, {
      personId,
      actorId: actor.personId,
      action: "returned",
      summary: "Returned",
      reason,
    });
  });
}
