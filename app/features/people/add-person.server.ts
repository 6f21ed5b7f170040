import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { foldName } from "./fold-name";
import { refusingTaken } from "./taken.server";
import { recordChange } from "./record-change.server";

export interface PersonDetails {
  name: string;
  email: string;
  employeeNumber: string;
}

interface AddedPerson extends PersonDetails {
  timeZone: string;
  actorId: string | null;
  reason: string;
}

/** Part of `invitePerson` and `createAdministrator` (auth), which give the person a way to sign in. */
export async function addPerson(
  tx: Tx,
  { actorId, reason, timeZone, ...details }: AddedPerson,
): Promise<string> {
  const id = newId();
  await refusingTaken(tx, details, null, () =>
    tx.person.create({ data: { id, ...tidy(details), timeZone, createdAt: now() }, select: { id: true } }),
  );
  await recordChange(tx, { personId: id, actorId, action: "added", summary: "Added to the portal", reason });
  return id;
}

/** E-mail addresses are compared without regard to case. */
export function tidyEmail(email: string): string {
  return email.trim().toLowerCase();
}

export function tidy({ name, email, employeeNumber }: PersonDetails): PersonDetails & { foldedName: string } {
  return {
    name: name.trim(),
    foldedName: foldName(name),
    email: tidyEmail(email),
    employeeNumber: employeeNumber.trim(),
  };
}
