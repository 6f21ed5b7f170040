/** One person's marks for all that waits for a mark in an attempt. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { requireOffice } from "../office/office-policy.server";
import { judgeAttempt } from "../scoring/judge-attempt.server";
import { recordResult } from "../scoring/record-result.server";
import { checkMarks, type GivenMarks } from "./check-marks";
import { lockAttempt } from "../scoring/lock-attempt.server";
import { awaitingMarks, markedByHand } from "./markable";
import { mailMarked } from "./marked-mail.server";
import { secondMarkingNeeds, writeRequest } from "./request-second-marking.server";

export interface MarkInput extends GivenMarks {
  readonly attemptId: string;
  /** Which marking the person was asked for: it may have become another one meanwhile. */
  readonly number: number;
  /** Why somebody else should mark it as well; null when nobody needs to. */
  readonly second: string | null;
}

/** settled: the result is recorded. Otherwise somebody else has to mark it too. */
export interface MarkingOutcome {
  readonly settled: boolean;
}

/**
 * @throws NotFound when there is nothing in it that people mark, or it is the actor's own; Invalid when the marks do
 * not fit the rubric; Conflict when the actor, or enough others, have marked it
 */
export async function markAttempt(actor: Actor, input: MarkInput): Promise<MarkingOutcome> {
  requireOffice(actor);
  return transaction((tx) => write(tx, actor, input));
}

async function write(tx: Tx, actor: Actor, { attemptId, number, second, ...given }: MarkInput) {
  await lockAttempt(tx, attemptId);
  const attempt = await tx.attempt.findFirst({
    where: { id: attemptId, status: "submitted", personId: { not: actor.personId } },
    select: {
      markings: { select: { markerId: true } },
      appeals: { where: { decidedById: actor.personId }, select: { id: true } },
    },
  });
  if (!attempt) throw new NotFound("marking");
  const before = await judgeAttempt(tx, attemptId);
  if (markedByHand(before).length === 0) throw new NotFound("marking");
  const waiting = awaitingMarks(before);
  const { markings } = attempt;
  if (markings.some(({ markerId }) => markerId === actor.personId))
    throw new Conflict(
      "marked-by-you",
      "You have marked this one already. If it is marked again, it is by somebody else.",
    );
  if (attempt.appeals.length > 0 && markings.length < 2)
    throw new Conflict(
      "appeal-decided-by-you",
      "You decided an appeal about this one and have seen its first marks, so somebody else marks it now.",
    );
  if (waiting.length === 0)
    throw new Conflict(
      "already-marked",
      "Somebody else has marked this one while you did, and its result is recorded. Your marks were not used.",
    );
  if (number !== markings.length + 1)
    throw new Conflict(
      "marking-moved-on",
      "Somebody else has marked this one while you did. What you gave is still here and would now be the next marking: look through it and save again.",
    );

  const marks = checkMarks(waiting, given);
  const recordedAt = now();
  await tx.marking.create({
    data: {
      id: newId(),
      attemptId,
      number,
      markerId: actor.personId,
      marks: JSON.stringify(marks),
      recordedAt,
    },
    select: { id: true },
  });
  if (second !== null && secondMarkingNeeds(before, number) === null)
    await writeRequest(tx, actor, { attemptId, reason: second });
  const after = await judgeAttempt(tx, attemptId);
  const settled = after.score.pending.length === 0;
  if (settled) {
    await recordResult(tx, after, { cause: "marked", actorId: actor.personId, occurredAt: recordedAt });
    await mailMarked(tx, after);
  }
  return { settled };
}
