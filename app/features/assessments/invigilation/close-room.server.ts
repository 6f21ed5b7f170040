import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { requireOffice } from "../office/office-policy.server";

/**
 * The code starts no more tests; those that are under way go on. Closing a room that is closed changes nothing.
 * @throws NotFound for a room of somebody else
 */
export async function closeRoom(actor: Actor, invigilationId: string): Promise<void> {
  requireOffice(actor);
  const own = { id: invigilationId, invigilatorId: actor.personId };
  await transaction(async (tx) => {
    const endsAt = now();
    const { count } = await tx.invigilation.updateMany({
      where: { ...own, endsAt: { gt: endsAt } },
      data: { endsAt },
    });
    if (count === 0 && (await tx.invigilation.count({ where: own })) === 0) throw new NotFound("room");
  });
}
