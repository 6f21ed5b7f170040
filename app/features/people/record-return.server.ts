import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import type { Actor } from "./actor";
import { ASSIGNMENT_KINDS } from "./assignment-rules";
import { lockPerson } from "./lock-people.server";
import { requireAdministrator } from "./people-policy";
import { recordChange } from "./record-change.server";
import { heldIntervals, writeChange } from "./write-assignments.server";

export interface ReturnInput {
  personId: string;
  reason: string;
}

/**
 * A leaver is back, with their records and certificates. What they held before does not come back by itself, unless their
 * last day is still to come: then the leaving is taken back with everything that it ended. Part of `markReturned` (auth),
 * which sees to it that no old session comes back either.
 * @returns whether they never left
 */
export async function recordReturn(
  tx: Tx,
  actor: Actor,
  { personId, reason }: ReturnInput,
): Promise<{ stays: boolean }> {
  requireAdministrator(actor);
  await lockPerson(tx, personId);
  const { leftAt } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { leftAt: true },
  });
  if (!leftAt) throw new Conflict("not-left", "This person is not marked as a leaver.");
  await tx.person.update({ where: { id: personId }, data: { leftAt: null }, select: { id: true } });
  const written = { personId, actorId: actor.personId, reason };
  const stays = leftAt > now();
  if (stays) await giveBack(tx, written, leftAt);
  await endAbsence(tx, personId);
  const summary = stays ? "Stays: the leaving was taken back" : "Returned";
  await recordChange(tx, { ...written, action: "returned", summary });
  return { stays };
}

/** What the leaving ended, or never let begin: it stood in rows that were superseded since. */
async function giveBack(
  tx: Tx,
  written: { personId: string; actorId: string; reason: string },
  leftAt: Date,
): Promise<void> {
  const { personId } = written;
  const [absence] = await tx.absence.findMany({
    where: { personId, supersededAt: null, heldUntil: null },
    select: { recordedAt: true },
  });
  const superseded = await tx.assignment.findMany({
    where: {
      personId,
      supersededAt: { gte: absence!.recordedAt },
      OR: [{ heldUntil: null }, { heldUntil: { gt: leftAt } }],
    },
    orderBy: [{ supersededAt: "desc" }, { id: "desc" }],
  });
  for (const kind of ASSIGNMENT_KINDS) {
    const cut = (await heldIntervals(tx, personId, kind)).filter(
      ({ until }) => until?.getTime() === leftAt.getTime(),
    );
    const write = superseded.flatMap((row) => {
      if (row.kind !== kind) return [];
      const interval = { value: valueOf(row), from: row.heldFrom, until: row.heldUntil };
      const began = cut.find(
        ({ value, from }) => value === interval.value && from.getTime() === interval.from.getTime(),
      );
      return began || interval.from >= leftAt ? [{ ...interval, cut: began?.id }] : [];
    });
    await writeChange(
      tx,
      { supersede: write.flatMap((each) => each.cut ?? []), write },
      { ...written, kind },
    );
  }
}

function valueOf({ jobRoleId, teamId, access }: Record<"jobRoleId" | "teamId" | "access", string | null>) {
  return jobRoleId ?? teamId ?? access ?? "";
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
