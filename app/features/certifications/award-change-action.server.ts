import type { Actor } from "~/features/people/actor";
import { endOfDay, startOfDay } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { Invalid } from "~/platform/errors";
import { type AwardChangeInput, effectiveFrom } from "./award-change-form";
import { changeAward } from "./change-award.server";
import {
  confirmRevocation,
  declineRevocation,
  proposeRevocation,
  withdrawRevocation,
} from "./revoke-award.server";

/** Runs what the form on the page of changes asks for. */
export async function runAwardChange(actor: Actor, awardId: string, input: AwardChangeInput): Promise<void> {
  if (input.intent === "confirm") await confirmRevocation(actor, input.proposal);
  else if (input.intent === "decline") await declineRevocation(actor, input.proposal, input.reason);
  else if (input.intent === "withdraw") await withdrawRevocation(actor, input.proposal);
  else {
    const effectiveAt = effectiveFrom(input.effectiveAt, actor.timeZone, now());
    const change = { awardId, reason: input.reason, effectiveAt };
    if (input.intent === "revoked") await proposeRevocation(actor, change);
    else if (input.intent === "corrected")
      await changeAward(actor, "corrected", { ...change, dates: datesOf(input) });
    else await changeAward(actor, input.intent, change);
  }
}

/** Until the end of the day that is named. A certificate is dated in UTC, so that every copy of it says the same. */
function datesOf({
  validFrom,
  validUntil,
}: {
  validFrom?: string | undefined;
  validUntil?: string | undefined;
}) {
  if (validFrom === undefined)
    throw new Invalid("award-change", "Give the day from which it counts.", {
      validFrom: ["Give the day from which it counts."],
    });
  return {
    validFrom: startOfDay(validFrom, "UTC"),
    validUntil: validUntil === undefined ? null : endOfDay(validUntil, "UTC"),
  };
}
