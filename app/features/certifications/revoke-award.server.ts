import type { Actor } from "~/features/people/actor";
import { env } from "~/platform/env.server";
import { Conflict } from "~/platform/errors";
import { type AwardChange, changeAward, type Transition } from "./change-award.server";

const revoking: Transition = {
  kind: "revoked",
  check({ revoked, validUntil }, effectiveAt) {
    if (revoked) throw new Conflict("already-revoked", "This certificate has already been revoked.");
    if (validUntil && validUntil <= effectiveAt)
      throw new Conflict(
        "expired",
        "This certificate has expired, so there is nothing left to revoke. If it should not have counted earlier, give the date from which.",
      );
  },
  mail: (title, reason) => ({
    subject: `Your certificate ${title} has been revoked`,
    text: [
      `Your certificate ${title} has been revoked. The reason on record:`,
      reason,
      `What you have to do next is on your home page:\n${env.BASE_URL}/`,
      "If you think this is a mistake, answer to your manager or Human Resources: the certificate can be reinstated.",
    ].join("\n\n"),
  }),
};

/** @throws Conflict when it is revoked already or had expired by then; of two at once, one succeeds */
export function revokeAward(actor: Actor, change: AwardChange): Promise<string> {
  return changeAward(actor, change, revoking);
}
