/**
 * The portal answers "who is certified" from rows of its own, made in the same transaction as their evidence. Here each
 * is held against its record, which the ledger proves, so that a row added or changed behind the portal's back shows.
 */
import { Findings, type Finding } from "~/features/ledger/findings";
import { db } from "~/platform/db/client.server";
import { compare, documentOf, following, walk } from "./rows-against-records";
import { verifyDecisionRecords, verifyDecisions } from "./verify-decisions.server";
import { verifySignOffs } from "./verify-sign-offs.server";
import { verifyAwardEvents, verifyAwardRecords, verifyAwards } from "./verify-awards.server";
import { verifyAcceptances, verifyExternals, verifyStepRecords } from "./verify-steps.server";

export interface OutcomeVerification {
  readonly outcomes: number;
  readonly findings: readonly Finding[];
  readonly unlisted: number;
}

export async function verifyOutcomes(): Promise<OutcomeVerification> {
  const findings = new Findings();
  let outcomes = 0;
  for (const verify of [
    verifyAwards,
    verifyAwardEvents,
    verifyAwardRecords,
    verifyDecisions,
    verifyDecisionRecords,
    verifyCompletions,
    verifyAttempts,
    verifyResults,
    verifyResultRecords,
    verifySignOffs,
    verifyAcceptances,
    verifyExternals,
    verifyStepRecords,
  ])
    outcomes += await verify(findings);
  return { outcomes, findings: findings.listed, unlisted: findings.unlisted };
}

function verifyCompletions(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.courseCompletion.findMany({
        ...following(after),
        select: { id: true, personId: true, courseId: true, revisionId: true, completedAt: true },
      }),
    async (completions) => {
      const records = await db.evidenceRecord.findMany({
        where: { kind: "course-completed", id: { in: completions.map(({ id }) => id) } },
        select: { id: true, personId: true, courseId: true, occurredAt: true, document: true },
      });
      const byId = new Map(records.map((record) => [record.id, record]));
      for (const completion of completions) {
        const record = byId.get(completion.id);
        const what = `The completion of course ${completion.courseId} by ${completion.personId}`;
        if (!record) {
          findings.add(null, `${what} has no record.`);
          continue;
        }
        const revision = documentOf(record.document).revision as { id?: string } | undefined;
        compare(findings, completion.id, what, {
          person: [completion.personId, record.personId],
          course: [completion.courseId, record.courseId],
          revision: [completion.revisionId, revision?.id],
          day: [completion.completedAt, record.occurredAt],
        });
      }
    },
  );
}

function verifyAttempts(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.attempt.findMany({
        ...following(after),
        where: { id: { gt: after }, status: "submitted" },
        select: {
          id: true,
          personId: true,
          assessmentId: true,
          submittedAt: true,
          score: true,
          passed: true,
        },
      }),
    async (attempts) => {
      const records = await db.evidenceRecord.findMany({
        where: {
          kind: "test-submitted",
          personId: { in: [...new Set(attempts.map(({ personId }) => personId))] },
          occurredAt: { in: attempts.flatMap(({ submittedAt }) => submittedAt ?? []) },
        },
        select: { id: true, outcome: true, score: true, assessmentId: true, document: true },
      });
      const byAttempt = new Map(records.map((record) => [documentOf(record.document).attemptId, record]));
      for (const attempt of attempts) {
        const record = byAttempt.get(attempt.id);
        if (!record) {
          findings.add(null, `Attempt ${attempt.id} of ${attempt.personId} has no record.`);
          continue;
        }
        compare(findings, record.id, `Attempt ${attempt.id}`, {
          test: [attempt.assessmentId, record.assessmentId],
          score: [attempt.score, record.score],
          outcome: [
            attempt.passed === null ? "to-mark" : attempt.passed ? "passed" : "failed",
            record.outcome,
          ],
        });
      }
    },
  );
}

function verifyResults(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.attemptResult.findMany({
        ...following(after),
        select: {
          id: true,
          attemptId: true,
          personId: true,
          assessmentId: true,
          score: true,
          passed: true,
          effectiveAt: true,
        },
      }),
    async (results) => {
      const records = await db.evidenceRecord.findMany({
        where: { id: { in: results.map(({ id }) => id) } },
        select: { id: true, personId: true, outcome: true, score: true, assessmentId: true, document: true },
      });
      const byId = new Map(records.map((record) => [record.id, record]));
      for (const result of results) {
        const record = byId.get(result.id);
        const what = `A result of attempt ${result.attemptId}`;
        if (!record) {
          findings.add(null, `${what} has no record.`);
          continue;
        }
        const { attemptId, submittedAt } = documentOf(record.document);
        compare(findings, record.id, what, {
          attempt: [result.attemptId, attemptId],
          person: [result.personId, record.personId],
          test: [result.assessmentId, record.assessmentId],
          score: [result.score, record.score],
          outcome: [result.passed ? "passed" : "failed", record.outcome],
          ...(submittedAt === undefined ? {} : { day: [result.effectiveAt.toISOString(), submittedAt] }),
        });
      }
    },
  );
}

/** A result that was taken away would let an earlier one of the attempt count again. */
function verifyResultRecords(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.evidenceRecord.findMany({
        ...following(after),
        where: {
          id: { gt: after },
          kind: { in: ["test-submitted", "test-marked", "test-regraded"] },
          outcome: { in: ["passed", "failed"] },
        },
        select: { id: true },
      }),
    async (records) => {
      const results = await db.attemptResult.findMany({
        where: { id: { in: records.map(({ id }) => id) } },
        select: { id: true },
      });
      const known = new Set(results.map(({ id }) => id));
      await requireAttempts(
        records.flatMap(({ id }) => (known.has(id) ? [] : [id])),
        findings,
      );
    },
  );
}

/** Of records without a result: those whose attempt is here. */
async function requireAttempts(ids: readonly string[], findings: Findings): Promise<void> {
  if (ids.length === 0) return;
  const records = await db.evidenceRecord.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, document: true },
  });
  const attemptOf = new Map(records.map(({ id, document }) => [id, String(documentOf(document).attemptId)]));
  const attempts = await db.attempt.findMany({
    where: { id: { in: [...attemptOf.values()] } },
    select: { id: true },
  });
  const here = new Set(attempts.map(({ id }) => id));
  for (const [id, attemptId] of attemptOf)
    if (here.has(attemptId))
      findings.add(id, `A result of attempt ${attemptId} is gone; its record is here.`);
}
