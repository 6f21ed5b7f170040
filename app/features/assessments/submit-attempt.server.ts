import { record } from "~/features/ledger/record.server";
import type { Actor } from "~/features/people/actor";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { blueprintOf } from "./blueprints.server";
import type { Answer, QuestionKey } from "./question";
import { SCORING, scoreAttempt } from "./score-attempt";
import type { TestDocument } from "./test-document";

/**
 * Submits the actor's attempt. A second submission, at the same moment or later, changes nothing and is no error.
 * After the deadline only what was saved before it counts.
 */
export async function submitAttempt(
  actor: Actor,
  input: { attemptId: string },
): Promise<{ attemptId: string }> {
  const attempt = await db.attempt.findFirst({
    where: { id: input.attemptId, personId: actor.personId },
    select: { status: true },
  });
  if (!attempt) throw new NotFound("attempt");
  if (attempt.status === "open") await closeAttempt(input.attemptId);
  return input;
}

/** Scores and records an open attempt. @returns false when it was already submitted */
export function closeAttempt(attemptId: string): Promise<boolean> {
  return transaction(async (tx) => {
    /* Takes the row for this transaction: answers and other submissions wait, and then find it submitted. */
    const { count } = await tx.attempt.updateMany({
      where: { id: attemptId, status: "open" },
      data: { openKey: null },
    });
    if (count !== 1) return false;
    await score(tx, attemptId);
    return true;
  });
}

async function score(tx: Tx, attemptId: string): Promise<void> {
  const attempt = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      personId: true,
      assessmentId: true,
      revisionId: true,
      number: true,
      startedAt: true,
      deadlineAt: true,
      revision: { select: { number: true } },
      items: {
        orderBy: { position: "asc" },
        select: {
          position: true,
          section: true,
          served: true,
          answer: true,
          answeredAt: true,
          question: { select: { id: true, questionId: true, clause: true, body: true, key: true } },
        },
      },
    },
  });
  const { personId, assessmentId, revisionId, deadlineAt } = attempt;
  const blueprint = await blueprintOf(revisionId, tx);
  const arrivedAt = now();
  const timeUp = arrivedAt >= deadlineAt;
  const submittedAt = timeUp ? deadlineAt : arrivedAt;

  const items = attempt.items.map(({ question, served, answer, ...item }) => ({
    ...item,
    question,
    served: JSON.parse(served) as string[],
    answer: answer === null ? null : (JSON.parse(answer) as Answer),
  }));
  const result = scoreAttempt(
    {
      passMark: blueprint.passMark,
      sections: blueprint.sections.map((section) => section.title),
      items: items.map(({ position, section, question }) => ({
        position,
        section,
        clause: question.clause,
        key: JSON.parse(question.key) as QuestionKey,
      })),
    },
    new Map(items.map((item) => [item.position, item.answer])),
  );
  await tx.attempt.update({
    where: { id: attemptId },
    data: { status: "submitted", submittedAt, score: result.score, passed: result.passed },
    select: { id: true },
  });

  const points = new Map(result.items.map((item) => [item.position, item.points]));
  const document: TestDocument = {
    attemptId,
    attemptNumber: attempt.number,
    assessment: blueprint.slug,
    title: blueprint.title,
    revision: revisionId,
    revisionNumber: attempt.revision.number,
    scoring: SCORING,
    passMark: blueprint.passMark,
    minutes: blueprint.minutes,
    startedAt: attempt.startedAt.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    submittedAt: submittedAt.toISOString(),
    timeUp,
    sections: blueprint.sections.map((section) => section.title),
    items: items.map(({ position, section, question, served, answer, answeredAt }) => ({
      position,
      section,
      question: question.id,
      questionId: question.questionId,
      clause: question.clause,
      bodyHash: sha256(question.body),
      keyHash: sha256(question.key),
      served,
      answer,
      answeredAt: answeredAt?.toISOString() ?? null,
      points: points.get(position) ?? 0,
    })),
    points: result.points,
    max: result.max,
    score: result.score,
    passed: result.passed,
  };
  await record(tx, {
    kind: "test-submitted",
    outcome: result.passed ? "passed" : "failed",
    subject: await subjectAt(tx, personId, submittedAt),
    actorId: timeUp ? null : personId,
    ...(timeUp ? { reason: "Time was up. What had been saved by then was scored." } : {}),
    occurredAt: submittedAt,
    title: blueprint.title,
    edition: `Revision ${attempt.revision.number}`,
    assessmentId,
    ...(blueprint.standard === null ? {} : { standard: blueprint.standard }),
    clauses: result.clauses.map((tally) => tally.label),
    score: result.score,
    document: document,
  });
  await enqueue(tx, "evidence-recorded", { personId });
}
