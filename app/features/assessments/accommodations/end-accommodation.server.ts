import type { Actor } from "~/features/people/actor";
import { ending } from "~/features/people/assignment-rules";
import { type Day, dayInWords } from "~/features/people/calendar";
import { untilAfter } from "~/features/people/last-day.server";
import { lockPerson } from "~/features/people/lock-people.server";
import { requireAdministrator } from "~/features/people/people-policy";
import { recordChange } from "~/features/people/record-change.server";
import { transaction } from "~/platform/db/client.server";
import { Invalid, NotFound } from "~/platform/errors";
import { grantedIntervals, moved, REASON_KEPT, writeAccommodations } from "./accommodation-rows.server";
import { timeGrantedInWords } from "./accommodation-words";

export interface EndAccommodationInput {
  personId: string;
  accommodationId: string;
  lastDay: Day;
}

/**
 * Ends what was granted; tests that are under way keep their time. A last day of today ends it at once, one before its
 * first says that it never held.
 */
export async function endAccommodation(actor: Actor, input: EndAccommodationInput): Promise<void> {
  requireAdministrator(actor);
  const { personId, accommodationId, lastDay } = input;
  const until = untilAfter(lastDay, actor.timeZone);
  await transaction(async (tx) => {
    await lockPerson(tx, personId);
    const row = (await grantedIntervals(tx, personId)).find(({ id }) => id === accommodationId);
    if (!row) {
      const known = await tx.accommodation.count({ where: { id: accommodationId, personId } });
      throw known > 0 ? moved() : new NotFound("accommodation");
    }
    const change = ending(row, until);
    if ("refused" in change) {
      const message = "It ends earlier than that already.";
      throw new Invalid("ends-earlier", message, { lastDay: [message] });
    }
    await writeAccommodations(tx, personId, change, new Map([[row.id, row]]));
    await recordChange(tx, {
      personId,
      actorId: actor.personId,
      action: "ended",
      summary: `Time in tests: ${timeGrantedInWords(row)}, last day ${dayInWords(lastDay)}`,
      reason: REASON_KEPT,
    });
  });
}
