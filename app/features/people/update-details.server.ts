import type { Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import type { Actor } from "./actor";
import { tidy, type PersonDetails } from "./add-person.server";
import { lockPerson } from "./lock-people.server";
import { requireAdministrator } from "./people-policy";
import { recordChange } from "./record-change.server";
import { refusingTaken } from "./taken.server";

export interface EditInput extends PersonDetails {
  personId: string;
  reason: string;
}

const LABELS: Record<keyof PersonDetails, string> = {
  name: "Name",
  email: "E-mail",
  employeeNumber: "Employee number",
};

/** Part of `editPerson` (auth), which also voids links sent to an address that is no longer the person's. */
export async function updateDetails(
  tx: Tx,
  actor: Actor,
  input: EditInput,
): Promise<{ emailChanged: boolean }> {
  requireAdministrator(actor);
  const { personId, reason } = input;
  await lockPerson(tx, personId);
  const before = await tx.person.findUnique({
    where: { id: personId },
    select: { name: true, email: true, employeeNumber: true },
  });
  if (!before) throw new NotFound("person");
  const after = tidy(input);
  const changed = (Object.keys(LABELS) as (keyof PersonDetails)[]).filter(
    (key) => before[key] !== after[key],
  );
  if (changed.length === 0) return { emailChanged: false };
  await refusingTaken(tx, after, personId, () =>
    tx.person.update({ where: { id: personId }, data: after, select: { id: true } }),
  );
  const summary = changed.map((key) => `${LABELS[key]}: ${before[key]} → ${after[key]}`).join("; ");
  await recordChange(tx, { personId, actorId: actor.personId, action: "edited", summary, reason });
  return { emailChanged: changed.includes("email") };
}
