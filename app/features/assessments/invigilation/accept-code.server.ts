import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";
import { tidyCode } from "./invigilation-code";

const GUESSES = {
  points: 10,
  seconds: 900,
  message: "Too many codes were tried. Wait a quarter of an hour, or ask the invigilator to help.",
};

/**
 * @returns the id of the invigilator whose code it is
 * @throws Invalid when no such code holds for this test now, TooMany
 */
export async function acceptCode(actor: Actor, assessmentId: string, typed: string): Promise<string> {
  await limit("invigilation-code", actor.personId, GUESSES);
  const at = now();
  const open = await db.invigilation.findFirst({
    where: {
      assessmentId,
      code: tidyCode(typed),
      startsAt: { lte: at },
      endsAt: { gt: at },
      invigilatorId: { not: actor.personId },
    },
    select: { invigilatorId: true },
  });
  if (open) return open.invigilatorId;
  const message =
    "This code does not start this test now. Ask the invigilator in the room to read it out again.";
  throw new Invalid("wrong-code", message, { code: [message] });
}
