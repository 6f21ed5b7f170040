/** Writes what an attempt has come to: the evidence, and the row that everything else asks for its outcome. */
import { record, type Fact } from "~/features/ledger/record.server";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { enqueue } from "~/platform/outbox.server";
import { documentOf, type Judged } from "./judge-attempt.server";

export type Cause = "submitted" | "marked" | "regraded" | "appeal";

const kinds: Record<Cause, Fact["kind"]> = {
  submitted: "test-submitted",
  marked: "test-marked",
  regraded: "test-regraded",
  appeal: "test-regraded",
};

interface Occasion {
  readonly cause: Cause;
  /** Null when the portal itself did it. */
  readonly actorId: string | null;
  readonly reason?: string;
  readonly occurredAt: Date;
}

/** While somebody has to mark it, only the evidence is written: there is no result yet. */
export async function recordResult(tx: Tx, judged: Judged, occasion: Occasion): Promise<void> {
  const { attempt, blueprint, revisionNumber, score } = judged;
  const { cause, actorId, reason, occurredAt } = occasion;
  const { id: attemptId, personId, assessmentId } = attempt;
  const settled = score.pending.length === 0;
  const id = await record(tx, {
    kind: kinds[cause],
    outcome: settled ? (score.passed ? "passed" : "failed") : "to-mark",
    subject: await subjectAt(tx, personId, attempt.submittedAt!),
    actorId,
    ...(reason === undefined ? {} : { reason }),
    occurredAt,
    title: blueprint.title,
    edition: `Revision ${revisionNumber}`,
    assessmentId,
    ...(blueprint.standard === null ? {} : { standard: blueprint.standard }),
    clauses: score.clauses.map((tally) => tally.label),
    ...(settled ? { score: score.score } : {}),
    document: documentOf(judged),
  });
  if (!settled) return;
  const number = cause === "submitted" ? 1 : (await tx.attemptResult.count({ where: { attemptId } })) + 1;
  await tx.attemptResult.create({
    data: {
      id,
      attemptId,
      number,
      cause,
      personId,
      assessmentId,
      score: score.score,
      passed: score.passed,
      effectiveAt: attempt.submittedAt!,
      recordedAt: now(),
    },
    select: { id: true },
  });
  /* Nothing is earned by a test that was not passed. */
  if (score.passed) await enqueue(tx, "evidence-recorded", { personId });
  else if (number === 1 && attempt.number >= blueprint.attempts.max)
    await enqueue(tx, "attempt-failed", { attemptId });
}
