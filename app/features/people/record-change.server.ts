import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";

export type PeopleAction =
  | "added"
  | "edited"
  | "assigned"
  | "ended"
  | "left"
  | "returned"
  | "invited"
  | "reset-sent"
  | "team-created"
  | "team-renamed";

interface PeopleChange {
  personId: string | null;
  /** Null for what the system itself does: the command line, content in git. */
  actorId: string | null;
  action: PeopleAction;
  summary: string;
  reason: string;
}

/** Who changed what about a person or the organisation, and why. */
export async function recordChange(tx: Tx, change: PeopleChange): Promise<void> {
  await tx.peopleChange.create({ data: { id: newId(), at: now(), ...change }, select: { id: true } });
}
