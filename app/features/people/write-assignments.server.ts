import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict, Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import type { AssignmentKind, Change, HeldInterval, Refusal } from "./assignment-rules";

const COLUMN = {
  "job-role": "jobRoleId",
  "team-member": "teamId",
  "team-manager": "teamId",
  access: "access",
} as const;

/** What the person is known to hold of that kind, ended or not. */
export async function heldIntervals(tx: Tx, personId: string, kind: AssignmentKind): Promise<HeldInterval[]> {
  const rows = await tx.assignment.findMany({
    where: { personId, kind, supersededAt: null },
    orderBy: [{ heldFrom: "asc" }, { id: "asc" }],
    select: { id: true, jobRoleId: true, teamId: true, access: true, heldFrom: true, heldUntil: true },
  });
  return rows.map((row) => ({
    id: row.id,
    value: row[COLUMN[kind]] ?? "",
    from: row.heldFrom,
    until: row.heldUntil,
  }));
}

interface Written {
  personId: string;
  kind: AssignmentKind;
  actorId: string | null;
  reason: string;
}

export async function writeChange(
  tx: Tx,
  change: Change,
  { personId, kind, actorId, reason }: Written,
): Promise<void> {
  const recordedAt = now();
  const superseded = await tx.assignment.updateMany({
    where: { id: { in: [...change.supersede] }, supersededAt: null },
    data: { supersededAt: recordedAt },
  });
  if (superseded.count !== change.supersede.length) throw moved();
  await tx.assignment.createMany({
    data: change.write.map(({ value, from, until }) => ({
      id: newId(),
      personId,
      kind,
      [COLUMN[kind]]: value,
      heldFrom: from,
      heldUntil: until,
      recordedAt,
      actorId,
      reason,
    })),
  });
}

/** @throws Invalid with the refusal in words beside the field it is about */
export function accepted(outcome: Change | Refusal): Change {
  if (!("refused" in outcome)) return outcome;
  const [field, message] = REFUSALS[outcome.refused];
  throw new Invalid(outcome.refused, message, { [field]: [message] });
}

const REFUSALS: Record<Refusal["refused"], [field: string, message: string]> = {
  "held-already": [
    "value",
    "The person holds this already for some of that time. End what is there first, or choose other dates.",
  ],
  empty: ["lastDay", "The last day lies before the first. Choose a later last day, or leave it empty."],
  "ends-earlier": ["lastDay", "It ends earlier than that already."],
};

function moved(): Conflict {
  return new Conflict(
    "assignment-moved",
    "Someone else has changed this in the meantime. Look at how it stands now and decide again.",
  );
}
