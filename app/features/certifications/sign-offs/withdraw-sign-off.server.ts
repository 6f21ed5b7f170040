/** Taken back before the person has acknowledged it: a draft, or what was completed by mistake. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { findSignOff } from "./find-sign-off.server";
import { recordSignOff } from "./record-sign-off.server";
import { documentOf } from "./sign-off-document";
import { mailWithdrawn } from "./sign-off-mail.server";
import { requireObserver } from "./sign-off-policy.server";
import { LONGEST_TEXT, SHORTEST_REASON } from "./sign-off-rules";

/** @throws NotFound when it is not the actor's to withdraw; Invalid without a reason; Conflict when it is closed */
export async function withdrawSignOff(
  actor: Actor,
  input: { readonly signOffId: string; readonly reason: string },
): Promise<void> {
  requireObserver(actor);
  const reason = input.reason.replace(/\r\n?/g, "\n").trim();
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_TEXT) {
    const message = "Say why, in up to 2,000 characters. It stays with the sign-off.";
    throw new Invalid("withdrawal", message, { reason: [message] });
  }
  await transaction((tx) => write(tx, actor, input.signOffId, reason));
}

async function write(tx: Tx, actor: Actor, signOffId: string, reason: string): Promise<void> {
  const signOff = await findSignOff(actor, signOffId, tx);
  requireObserver(actor, signOff.personId);
  if (!signOff.observes) throw new NotFound("sign-off");
  const { completedAt, completedById, met, comment } = signOff;
  const stateAt = now();
  const recordId = completedAt ? newId() : null;
  const { count } = await tx.signOff.updateMany({
    where: { id: signOffId, state: completedAt ? "completed" : "draft" },
    data: { state: "withdrawn", stateAt, openKey: null, closedById: actor.personId, reason, recordId },
  });
  if (count !== 1)
    throw new Conflict("sign-off-closed", "It has been signed, answered or withdrawn meanwhile. Look again.");
  /* A draft proves nothing yet, so that its end is no evidence either: the row says who ended it and why. */
  if (!completedAt || !recordId) return;
  await recordSignOff(tx, signOff, {
    id: recordId,
    kind: "sign-off-withdrawn",
    outcome: "withdrawn",
    actorId: actor.personId,
    occurredAt: stateAt,
    reason,
    document: documentOf(signOff, { completedAt, completedById: completedById!, met: met!, comment }),
  });
  await mailWithdrawn(tx, signOff, reason);
}
