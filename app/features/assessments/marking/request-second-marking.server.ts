/** That somebody else marks an attempt as well, beside what its test asks for. A result that is there stands until they have. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { requireOffice } from "../office/office-policy.server";
import { judgeAttempt, type Judged } from "../scoring/judge-attempt.server";
import { lockAttempt } from "../scoring/lock-attempt.server";
import { markedByHand } from "./markable";

interface RequestInput {
  readonly attemptId: string;
  readonly reason: string;
}

/** @throws NotFound when nobody marks it by hand, or it is the actor's own; Invalid without a reason; Conflict when two mark it anyway */
export async function requestSecondMarking(actor: Actor, input: RequestInput): Promise<void> {
  requireOffice(actor);
  const reason = input.reason.trim();
  if (reason.length < 3 || reason.length > 1_000) {
    const message = "Say in up to 1,000 characters why somebody else should mark it as well.";
    throw new Invalid("second-marking", message, { reason: [message] });
  }
  await transaction(async (tx) => {
    await lockAttempt(tx, input.attemptId);
    const attempt = await tx.attempt.findFirst({
      where: { id: input.attemptId, status: "submitted", personId: { not: actor.personId } },
      select: { requests: { select: { id: true } }, markings: { select: { id: true } } },
    });
    if (!attempt) throw new NotFound("marking");
    const judged = await judgeAttempt(tx, input.attemptId);
    if (markedByHand(judged).length === 0) throw new NotFound("marking");
    const needless =
      attempt.requests.length > 0
        ? "Somebody has asked for a second marking of this one already."
        : secondMarkingNeeds(judged, attempt.markings.length);
    if (needless !== null) throw new Conflict("second-marking-needless", needless);
    await writeRequest(tx, actor, { ...input, reason });
  });
}

/** Why asking changes nothing; null when it does. @param markings how many there are */
export function secondMarkingNeeds(
  { blueprint }: Pick<Judged, "blueprint">,
  markings: number,
): string | null {
  if (blueprint.secondMarking) return "This test has two people mark every attempt anyway.";
  return markings >= 2 ? "Two people have marked this one already." : null;
}

/** The caller holds the attempt's lock. */
export async function writeRequest(tx: Tx, actor: Actor, { attemptId, reason }: RequestInput): Promise<void> {
  await tx.markingRequest.upsert({
    where: { attemptId },
    update: {},
    create: { id: newId(), attemptId, requestedById: actor.personId, reason, recordedAt: now() },
    select: { id: true },
  });
}
