/**
 * The portal answers "who is certified" from rows of its own, made in the same transaction as their evidence. Here each
 * is held against its record, which the ledger proves, so that a row added or changed behind the portal's back shows.
 */
import { Findings, type Finding } from "~/features/ledger/findings";
import { db } from "~/platform/db/client.server";

const PAGE = 500;

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
    verifyCompletions,
    verifyAttempts,
  ])
    outcomes += await verify(findings);
  return { outcomes, findings: findings.listed, unlisted: findings.unlisted };
}

/** Walks rows by id, a page at a time. @returns how many there were */
async function walk<Row extends { id: string }>(
  page: (after: string) => Promise<Row[]>,
  check: (rows: Row[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (let after = ""; ;) {
    const rows = await page(after);
    if (rows.length === 0) return count;
    await check(rows);
    count += rows.length;
    after = rows.at(-1)!.id;
  }
}

const following = (after: string) =>
  ({ where: { id: { gt: after } }, orderBy: { id: "asc" }, take: PAGE }) as const;

/** What differs between a row and its record, each pair in words. */
function compare(
  findings: Findings,
  id: string,
  what: string,
  pairs: Record<string, readonly [row: unknown, record: unknown]>,
): void {
  const text = (value: unknown) => {
    if (value instanceof Date) return value.toISOString();
    return typeof value === "string" ? value : value == null ? "none" : JSON.stringify(value);
  };
  for (const [name, [row, record]] of Object.entries(pairs))
    if (text(row) !== text(record))
      findings.add(id, `${what} has the ${name} ${text(row)}, and its record ${text(record)}.`);
}

function verifyAwards(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.award.findMany({
        ...following(after),
        select: {
          id: true,
          personId: true,
          certificationId: true,
          revisionId: true,
          holderName: true,
          code: true,
          validFrom: true,
          validUntil: true,
        },
      }),
    async (awards) => {
      const records = await db.evidenceRecord.findMany({
        where: { kind: "award-granted", awardId: { in: awards.map(({ id }) => id) } },
        select: {
          id: true,
          awardId: true,
          personId: true,
          certificationId: true,
          validFrom: true,
          validUntil: true,
          document: true,
        },
      });
      const byAward = new Map(records.map((record) => [record.awardId, record]));
      for (const award of awards) {
        const record = byAward.get(award.id);
        if (!record) {
          findings.add(null, `Award ${award.id} has no record of how it was earned.`);
          continue;
        }
        const document = documentOf(record.document);
        compare(findings, record.id, `Award ${award.id}`, {
          person: [award.personId, record.personId],
          certification: [award.certificationId, record.certificationId],
          revision: [award.revisionId, document.certificationRevision],
          holder: [award.holderName, document.holderName],
          code: [award.code, document.code],
          "first day": [award.validFrom, record.validFrom],
          "last day": [award.validUntil, record.validUntil],
        });
      }
    },
  );
}

function verifyAwardEvents(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.awardEvent.findMany({
        ...following(after),
        select: {
          id: true,
          awardId: true,
          number: true,
          kind: true,
          effectiveAt: true,
          recordedAt: true,
          validFrom: true,
          validUntil: true,
          actorId: true,
          reason: true,
        },
      }),
    async (events) => {
      const records = await db.evidenceRecord.findMany({
        where: { id: { in: events.map(({ id }) => id) } },
        select: {
          id: true,
          kind: true,
          awardId: true,
          occurredAt: true,
          recordedAt: true,
          actorId: true,
          reason: true,
          validFrom: true,
          validUntil: true,
          document: true,
        },
      });
      const byId = new Map(records.map((record) => [record.id, record]));
      for (const event of events) {
        const record = byId.get(event.id);
        const what = `What became of award ${event.awardId}`;
        if (!record) {
          findings.add(null, `${what} (${event.kind}) has no record.`);
          continue;
        }
        const corrected = event.kind === "corrected";
        compare(findings, event.id, what, {
          kind: [`award-${event.kind}`, record.kind],
          award: [event.awardId, record.awardId],
          place: [event.number, documentOf(record.document).number],
          day: [event.effectiveAt, record.occurredAt],
          "day of recording": [event.recordedAt, record.recordedAt],
          actor: [event.actorId, record.actorId],
          reason: [event.reason, record.reason],
          "first day": [event.validFrom, corrected ? record.validFrom : null],
          "last day": [event.validUntil, corrected ? record.validUntil : null],
        });
      }
    },
  );
}

/** An award or a revocation that was taken away leaves its record behind. */
function verifyAwardRecords(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.evidenceRecord.findMany({
        ...following(after),
        where: { id: { gt: after }, kind: { startsWith: "award-" } },
        select: { id: true, kind: true, awardId: true },
      }),
    async (records) => {
      const granted = records.filter(({ kind }) => kind === "award-granted");
      const [awards, events] = await Promise.all([
        db.award.findMany({
          where: { id: { in: granted.flatMap(({ awardId }) => awardId ?? []) } },
          select: { id: true },
        }),
        db.awardEvent.findMany({ where: { id: { in: records.map(({ id }) => id) } }, select: { id: true } }),
      ]);
      const there = new Set([...awards, ...events].map(({ id }) => id));
      for (const { id, kind, awardId } of records)
        if (!there.has(kind === "award-granted" ? (awardId ?? "") : id))
          findings.add(id, `Award ${awardId} lacks what this record says of it (${kind}).`);
    },
  );
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
          outcome: [attempt.passed ? "passed" : "failed", record.outcome],
        });
      }
    },
  );
}

function documentOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    /* That the document is not what was recorded, the ledger's own verification says. */
    return {};
  }
}
