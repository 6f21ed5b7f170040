import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import type { Actor } from "./actor";
import { ASSIGNMENT_KINDS, ending } from "./assignment-rules";
import { type Day, dayInWords } from "./calendar";
import { untilAfter } from "./last-day.server";
import { lockAdministrators, lockPerson, requireAnAdministrator } from "./lock-people.server";
import { requireAdministrator } from "./people-policy";
import { recordChange } from "./record-change.server";
import { accepted, heldIntervals, writeChange } from "./write-assignments.server";

export interface LeavingInput {
  personId: string;
  lastDay: Day;
  reason: string;
}

/**
 * The person leaves: everything held after that moment ends with it. Part of `markLeaver` (auth), which ends the
 * sessions in the same transaction.
 */
export async function recordLeaving(
  tx: Tx,
  actor: Actor,
  { personId, lastDay, reason }: LeavingInput,
): Promise<Date> {
  requireAdministrator(actor);
  const leftAt = untilAfter(lastDay, actor.timeZone);
  await lockPerson(tx, personId);
  await lockAdministrators(tx);
  const marked = await tx.person.updateMany({ where: { id: personId, leftAt: null }, data: { leftAt } });
  if (marked.count !== 1) throw new Conflict("has-left", "This person is marked as a leaver already.");

  await tx.absence.create({
    data: { id: newId(), personId, heldFrom: leftAt, recordedAt: now() },
    select: { id: true },
  });

  const written = { personId, actorId: actor.personId, reason };
  for (const kind of ASSIGNMENT_KINDS) {
    const held = await heldIntervals(tx, personId, kind);
    for (const row of held)
      if (row.until === null || row.until > leftAt)
        await writeChange(tx, accepted(ending(row, leftAt)), { ...written, kind });
  }
  await requireAnAdministrator(tx);
  await recordChange(tx, { ...written, action: "left", summary: `Left, last day ${dayInWords(lastDay)}` });
  return leftAt;
}

export function hasHappened(moment: Date): boolean {
  return moment <= now();
}
