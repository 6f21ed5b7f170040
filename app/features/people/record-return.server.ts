import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import type { Actor } from "./actor";
import { lockPerson } from "./lock-people.server";
import { requireAdministrator } from "./people-policy";
import { recordChange } from "./record-change.server";

export interface ReturnInput {
  personId: string;
  reason: string;
}

/**
 * A leaver is back, with their records and certificates. What they held before does not come back by itself. Part of
 * `markReturned` (auth), which sees to it that no old session does either.
 */
export async function recordReturn(tx: Tx, actor: Actor, { personId, reason }: ReturnInput): Promise<void> {
  requireAdministrator(actor);
  await lockPerson(tx, personId);
  const returned = await tx.person.updateMany({
    where: { id: personId, leftAt: { not: null } },
    data: { leftAt: null },
  });
  if (returned.count !== 1) throw new Conflict("not-left", "This person is not marked as a leaver.");
  await endAbsence(tx, personId);
  await recordChange(tx, {
    personId,
    actorId: actor.personId,
    action: "returned",
    summary: "Returned",
    reason,
  });
}

/** The absence was known as open until today; from today on it is known to have ended. */
async function endAbsence(tx: Tx, personId: string): Promise<void> {
  const t = now();
  const open = await tx.absence.findMany({
    where: { personId, supersededAt: null, heldUntil: null },
    select: { id: true, heldFrom: true },
  });
  await tx.absence.updateMany({
    where: { id: { in: open.map(({ id }) => id) }, supersededAt: null },
    data: { supersededAt: t },
  });
  await tx.absence.createMany({
    data: open
      .filter(({ heldFrom }) => heldFrom < t)
      .map(({ heldFrom }) => ({ id: newId(), personId, heldFrom, heldUntil: t, recordedAt: t })),
  });
}
