import type { Actor } from "~/features/people/actor";
import { giving, overlaps } from "~/features/people/assignment-rules";
import { type Day, endOfDay, startOfDay } from "~/features/people/calendar";
import { lockPerson } from "~/features/people/lock-people.server";
import { requireAdministrator } from "~/features/people/people-policy";
import { recordChange } from "~/features/people/record-change.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Forbidden, Invalid } from "~/platform/errors";
import {
  grantedIntervals,
  intervalInWords,
  REASON_KEPT,
  WANTED,
  writeAccommodations,
} from "./accommodation-rows.server";
import { timeGrantedInWords, type TimeGranted } from "./accommodation-words";

export interface GrantAccommodationInput extends TimeGranted {
  personId: string;
  from: Day;
  lastDay?: Day | undefined;
  reason: string;
}

/**
 * Grants more time in tests that are started from then on. One thing holds at a time: what was granted before gives way
 * for exactly those days.
 */
export async function grantAccommodation(actor: Actor, input: GrantAccommodationInput): Promise<void> {
  requireAdministrator(actor);
  const { personId, from, lastDay, extraPercent, breakMinutes, reason } = input;
  if (personId === actor.personId)
    throw new Forbidden("own-time", "Somebody else has to grant you time. Ask another administrator.");
  requireSensible(input);
  const { timeZone, personId: actorId } = actor;
  const wanted = {
    value: WANTED,
    from: startOfDay(from, timeZone),
    until: lastDay ? endOfDay(lastDay, timeZone) : null,
  };
  await transaction(async (tx) => {
    await lockPerson(tx, personId);
    await requireHere(tx, personId);
    const held = await grantedIntervals(tx, personId);
    const same = held.some(
      (row) =>
        row.extraPercent === extraPercent && row.breakMinutes === breakMinutes && overlaps(row, wanted),
    );
    if (same) throw refusal("extraPercent", HELD_ALREADY);
    const change = giving(held, wanted, true);
    if ("refused" in change) throw refusal("lastDay", TOO_EARLY);
    const granted = { extraPercent, breakMinutes, reason, actorId };
    await writeAccommodations(
      tx,
      personId,
      change,
      new Map([...held.map((row) => [row.id, row] as const), [WANTED, granted]]),
    );
    const summary = `Time in tests: ${timeGrantedInWords(input)} ${intervalInWords(wanted, timeZone)}`;
    await recordChange(tx, { personId, actorId, action: "assigned", summary, reason: REASON_KEPT });
  });
}

const HELD_ALREADY =
  "The person has exactly this for some of that time already. Change the figures, or choose other days.";
const TOO_EARLY = "The last day lies before the first. Choose a later last day, or leave it empty.";
const HAS_LEFT = "This person has left. Record their return first.";
const OUT_OF_BOUNDS = "Grant 1 to 200% more time, 1 to 120 minutes for breaks, or both.";

function refusal(field: string, message: string): Invalid {
  return new Invalid("not-grantable", message, { [field]: [message] });
}

function requireSensible({ extraPercent, breakMinutes }: TimeGranted): void {
  const within = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
  if (!within(extraPercent, 200) || !within(breakMinutes, 120) || extraPercent + breakMinutes === 0)
    throw refusal("extraPercent", OUT_OF_BOUNDS);
}

async function requireHere(tx: Tx, personId: string): Promise<void> {
  const { leftAt } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { leftAt: true } });
  if (leftAt && leftAt <= now()) throw new Conflict("has-left", HAS_LEFT);
}
