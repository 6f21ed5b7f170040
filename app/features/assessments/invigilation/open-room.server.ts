import { randomBytes } from "node:crypto";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { requireOffice } from "../office/office-policy.server";
import { lockInvigilatedTest } from "./invigilated-tests.server";
import { invigilationCode } from "./invigilation-code";
import { LONGEST_ROOM, SHORTEST_ROOM } from "./room-form";

/** So many codes taken one after the other would mean that the random numbers are none. */
const TRIES = 20;
const CODE_BYTES = 12;

export interface OpenRoomInput {
  assessmentId: string;
  minutes: number;
}

/**
 * Opens a watched sitting, in which the test can be started with a code.
 * @throws Invalid for a test that asks for no invigilator; Conflict while the actor has a room open for it
 */
export async function openRoom(
  actor: Actor,
  { assessmentId, minutes }: OpenRoomInput,
  random: (bytes: number) => Uint8Array = randomBytes,
): Promise<{ invigilationId: string; code: string }> {
  requireOffice(actor);
  if (!Number.isInteger(minutes) || minutes < SHORTEST_ROOM || minutes > LONGEST_ROOM)
    throw refusal("minutes", `Type a whole number of minutes from ${SHORTEST_ROOM} to ${LONGEST_ROOM}.`);
  return transaction(async (tx) => {
    if (!(await lockInvigilatedTest(tx, assessmentId)))
      throw refusal(
        "assessmentId",
        "Choose a test from the list: this one needs no invigilator, or is not in use.",
      );
    const startsAt = now();
    const open = await tx.invigilation.findFirst({
      where: { assessmentId, invigilatorId: actor.personId, endsAt: { gt: startsAt } },
      select: { id: true },
    });
    if (open)
      throw new Conflict(
        "room-open",
        "You have a room open for this test already. Go on with that one, or close it first.",
      );
    const code = await freeCode(tx, startsAt, random);
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    const invigilationId = newId();
    await tx.invigilation.create({
      data: { id: invigilationId, assessmentId, code, invigilatorId: actor.personId, startsAt, endsAt },
      select: { id: true },
    });
    return { invigilationId, code };
  });
}

/** @returns a code that no room that is open has */
async function freeCode(tx: Tx, at: Date, random: (bytes: number) => Uint8Array): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const code = invigilationCode(random(CODE_BYTES));
    if ((await tx.invigilation.count({ where: { code, endsAt: { gt: at } } })) === 0) return code;
  }
  throw new Error("No invigilation code was free.");
}

function refusal(field: string, message: string): Invalid {
  return new Invalid("not-openable", message, { [field]: [message] });
}
