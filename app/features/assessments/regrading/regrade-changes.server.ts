import { db } from "~/platform/db/client.server";

const MOST_SHOWN = 100;

export interface ChangedResult {
  readonly attemptId: string;
  readonly name: string;
  /** Null where it had yet to be marked. */
  readonly before: { readonly score: number; readonly passed: boolean } | null;
  readonly after: { readonly score: number; readonly passed: boolean };
}

export interface RegradeChanges {
  readonly changed: readonly ChangedResult[];
  /** There are more than these. */
  readonly more: boolean;
}

interface Row {
  attemptId: string;
  name: string;
  score: number;
  passed: boolean | number;
  scoreBefore: number | null;
  passedBefore: boolean | number | null;
}

/** Whose result a regrade changed. Its evidence happened when the regrade did. */
export async function regradeChanges(questionVersionId: string, recordedAt: Date): Promise<RegradeChanges> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r."attemptId", p."name", r."score", r."passed", b."score" AS "scoreBefore", b."passed" AS "passedBefore"
    FROM "AttemptItem" i
    JOIN "AttemptResult" r ON r."attemptId" = i."attemptId" AND r."cause" = 'regraded' AND r."recordedAt" >= ${recordedAt}
    JOIN "EvidenceRecord" e ON e."id" = r."id" AND e."occurredAt" = ${recordedAt}
    JOIN "Person" p ON p."id" = r."personId"
    LEFT JOIN "AttemptResult" b ON b."attemptId" = r."attemptId" AND b."number" = r."number" - 1
    WHERE i."questionVersionId" = ${questionVersionId}
    ORDER BY r."passed" DESC, p."name", r."attemptId"
    LIMIT ${MOST_SHOWN + 1}`;
  return {
    changed: rows
      .slice(0, MOST_SHOWN)
      .map(({ attemptId, name, scoreBefore, passedBefore, score, passed }) => ({
        attemptId,
        name,
        before: scoreBefore === null ? null : { score: scoreBefore, passed: Boolean(passedBefore) },
        after: { score, passed: Boolean(passed) },
      })),
    more: rows.length > MOST_SHOWN,
  };
}
