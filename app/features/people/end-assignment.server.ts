import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import type { Actor } from "./actor";
import { nameOf } from "./assign.server";
import { ASSIGNMENT_KINDS, type AssignmentKind, ending } from "./assignment-rules";
import { type Day, dayInWords } from "./calendar";
import { untilAfter } from "./last-day.server";
import { lockAdministrators, lockPerson, requireAnAdministrator } from "./lock-people.server";
import { requireAdministrator } from "./people-policy";
import { recordChange } from "./record-change.server";
import { accepted, heldIntervals, writeChange } from "./write-assignments.server";

export interface EndInput {
  personId: string;
  assignmentId: string;
  lastDay: Day;
  reason: string;
}

/** Ends what a person holds. A last day before its first says that it was never held. */
export async function endAssignment(
  actor: Actor,
  { personId, assignmentId, lastDay, reason }: EndInput,
): Promise<void> {
  requireAdministrator(actor);
  const until = untilAfter(lastDay, actor.timeZone);
  await transaction(async (tx) => {
    await lockPerson(tx, personId);
    const { kind } = await findAssignment(tx, personId, assignmentId);
    const row = (await heldIntervals(tx, personId, kind)).find(({ id }) => id === assignmentId);
    if (!row)
      throw new Conflict(
        "assignment-moved",
        "This was changed in the meantime. Look at how it stands now and decide again.",
      );
    const change = accepted(ending(row, until));
    const isAdministration = kind === "access" && row.value === "admin";
    if (isAdministration) await lockAdministrators(tx);
    await writeChange(tx, change, { personId, kind, actorId: actor.personId, reason });
    if (isAdministration) await requireAnAdministrator(tx);
    const name = await nameOf(tx, kind, row.value);
    const summary =
      change.write.length > 0 ? `${name}, last day ${dayInWords(lastDay)}` : `${name}, never held`;
    await recordChange(tx, { personId, actorId: actor.personId, action: "ended", summary, reason });
  });
}

async function findAssignment(tx: Tx, personId: string, id: string): Promise<{ kind: AssignmentKind }> {
  const row = await tx.assignment.findFirst({ where: { id, personId }, select: { kind: true } });
  const kind = ASSIGNMENT_KINDS.find((known) => known === row?.kind);
  if (!kind) throw new NotFound("assignment");
  return { kind };
}
