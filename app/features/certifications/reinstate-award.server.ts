import type { Actor } from "~/features/people/actor";
import { env } from "~/platform/env.server";
import { Conflict } from "~/platform/errors";
import { type AwardChange, changeAward, type Transition } from "./change-award.server";

const reinstating: Transition = {
  kind: "reinstated",
  check({ revoked }) {
    if (!revoked)
      throw new Conflict("not-revoked", "This certificate has not been revoked, so it stands as it is.");
  },
  mail: (title, reason) => ({
    subject: `Your certificate ${title} has been reinstated`,
    text: [
      `Your certificate ${title} counts again. The reason on record:`,
      reason,
      `Your certificates:\n${env.BASE_URL}/certificates`,
    ].join("\n\n"),
  }),
};

/** @throws Conflict when it is not revoked; of two at once, one succeeds */
export function reinstateAward(actor: Actor, change: AwardChange): Promise<string> {
  return changeAward(actor, change, reinstating);
}
