/** What a reviewer says about a certificate that waits. Of several at once, and of a withdrawal meanwhile, one wins. */
import type { Actor } from "~/features/people/actor";
import { endOfDay } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { enqueue } from "~/platform/outbox.server";
import { reasonOf } from "../write-award-event.server";
import { type PrintedDays, wrongDays } from "./external-rules";
import { type FoundExternal, findExternal, findReviewable } from "./find-external.server";
import { tellHolder, writeDecision } from "./write-decision.server";

/**
 * Accepts it with the days that are printed on it; where they differ from what the holder typed, it takes a reason.
 * @throws NotFound for whoever may not check it, Invalid with the fields, Conflict when it waits no more
 */
export async function acceptCertificate(
  actor: Actor,
  { certificateId, reason, ...days }: PrintedDays & { certificateId: string; reason: string | null },
): Promise<void> {
  await transaction(async (tx) => {
    const found = await findReviewable(tx, actor, certificateId);
    const fields = wrongDays(days, found.timeZone, now());
    const corrected = days.issuedOn !== found.issuedOn || days.expiresOn !== found.expiresOn;
    if (corrected && !reason) fields.reason = ["You have corrected a date. Write why: the holder reads it."];
    if (Object.keys(fields).length > 0)
      throw new Invalid("external-days", "Look at the dates again.", fields);
    await takeFromQueue(tx, found);
    const { issuedOn, expiresOn } = days;
    const expiresAt = expiresOn === null ? null : endOfDay(expiresOn, "UTC");
    const kept = corrected ? reasonOf(reason!) : null;
    await writeDecision(tx, actor, found, {
      kind: "accepted",
      reason: kept,
      days: { issuedOn, expiresOn, expiresAt },
    });
    await tellHolder(tx, found, "accepted", kept);
    await enqueue(tx, "evidence-recorded", { personId: found.personId });
  });
}

/** @throws NotFound for whoever may not check it, Invalid without a reason, Conflict when it waits no more */
export async function refuseCertificate(
  actor: Actor,
  { certificateId, reason: text }: { certificateId: string; reason: string },
): Promise<void> {
  const reason = reasonOf(text);
  await transaction(async (tx) => {
    const found = await findReviewable(tx, actor, certificateId);
    await takeFromQueue(tx, found);
    await writeDecision(tx, actor, found, { kind: "refused", reason });
    await tellHolder(tx, found, "refused", reason);
  });
}

/** The holder takes back what nobody has decided about. @throws NotFound for others, Conflict when it waits no more */
export async function withdrawCertificate(
  actor: Actor,
  { certificateId }: { certificateId: string },
): Promise<void> {
  await transaction(async (tx) => {
    const found = await findExternal(tx, actor, certificateId);
    if (!found.own) throw new NotFound("certificate");
    await takeFromQueue(tx, found);
    await writeDecision(tx, actor, found, { kind: "withdrawn", reason: null });
  });
}

async function takeFromQueue(tx: Tx, { id: certificateId }: FoundExternal): Promise<void> {
  const { count } = await tx.waitingCertificate.deleteMany({ where: { certificateId } });
  if (count !== 1)
    throw new Conflict(
      "certificate-decided",
      "This certificate was decided about or withdrawn meanwhile. Nothing was changed by you.",
    );
}
