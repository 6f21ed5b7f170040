import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { enqueue } from "~/platform/outbox.server";
import { judgeAttempt } from "../scoring/judge-attempt.server";
import { recordResult } from "../scoring/record-result.server";
import { shownDeadline } from "./attempt-rules";

export interface Closed {
  /** False while somebody has to mark it. */
  readonly passed: boolean;
}

/**
 * Submits the actor's attempt. A second submission, at the same moment or later, changes nothing and is no error.
 * After the deadline only what was saved before it counts.
 * @returns null when it was already submitted
 */
export async function submitAttempt(actor: Actor, input: { attemptId: string }): Promise<Closed | null> {
  const attempt = await db.attempt.findFirst({
    where: { id: input.attemptId, personId: actor.personId },
    select: { status: true },
  });
  if (!attempt) throw new NotFound("attempt");
  return attempt.status === "open" ? closeAttempt(input.attemptId) : null;
}

/** Scores and records an open attempt. @returns null when it was already submitted */
export function closeAttempt(attemptId: string): Promise<Closed | null> {
  return transaction(async (tx) => {
    /* Takes the row for this transaction: answers and other submissions wait, and then find it submitted. */
    const { count } = await tx.attempt.updateMany({
      where: { id: attemptId, status: "open" },
      data: { openKey: null },
    });
    return count === 1 ? score(tx, attemptId) : null;
  });
}

async function score(tx: Tx, attemptId: string): Promise<Closed> {
  const judged = await judgeAttempt(tx, attemptId);
  const { deadlineAt, personId } = judged.attempt;
  const arrivedAt = now();
  const timeUp = arrivedAt >= shownDeadline(judged.attempt);
  const submittedAt = arrivedAt >= deadlineAt ? deadlineAt : arrivedAt;
  const { score, passed, pending } = judged.score;
  await tx.attempt.update({
    where: { id: attemptId },
    data: {
      status: "submitted",
      submittedAt,
      ...(pending.length === 0 ? { score, passed } : {}),
    },
    select: { id: true },
  });
  if (pending.length > 0) await enqueue(tx, "work-waiting", { kind: "marking", id: attemptId });
  await recordResult(
    tx,
    { ...judged, attempt: { ...judged.attempt, submittedAt } },
    {
      cause: "submitted",
      actorId: arrivedAt >= deadlineAt ? null : personId,
      ...(timeUp ? { reason: "Time was up. What had been saved by then was scored." } : {}),
      occurredAt: submittedAt,
    },
  );
  return { passed };
}
