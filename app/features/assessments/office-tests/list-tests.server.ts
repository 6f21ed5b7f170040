import type { Actor } from "~/features/people/actor";
import { db, sqlList } from "~/platform/db/client.server";
import { requireOffice, runBy } from "../office/office-policy.server";

const PAGE = 30;

export interface TestRow {
  readonly slug: string;
  readonly title: string;
  /** Null while it is a draft that was never published. */
  readonly revision: number | null;
  readonly archived: boolean;
  readonly sittings: number;
  /** Of those with a result; null where there is none. */
  readonly passed: number | null;
  /** Submitted, and somebody has yet to mark them. */
  readonly waiting: number;
  readonly appeals: number;
}

/** Tests that the actor runs, by title. `after` is the id of the last one shown. */
export async function listTests(
  actor: Actor,
  { after }: { after: string | null },
): Promise<{ tests: TestRow[]; next: string | null }> {
  requireOffice(actor);
  const rows = await db.assessment.findMany({
    where: runBy(actor),
    orderBy: [{ title: "asc" }, { id: "asc" }],
    ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
    take: PAGE + 1,
    select: { id: true, slug: true, title: true, archivedAt: true },
  });
  const shown = rows.slice(0, PAGE);
  const counts = await countsOf(shown.map(({ id }) => id));
  return {
    tests: shown.map(({ id, slug, title, archivedAt }) => {
      const { sittings = 0, settled = 0, passes = 0, appeals = 0, revision = null } = counts.get(id) ?? {};
      return {
        slug,
        title,
        revision,
        archived: archivedAt !== null,
        sittings,
        passed: settled === 0 ? null : passes / settled,
        waiting: sittings - settled,
        appeals,
      };
    }),
    next: rows.length > PAGE ? shown.at(-1)!.id : null,
  };
}

interface Counts {
  readonly revision: number;
  readonly sittings: number;
  readonly settled: number;
  readonly passes: number;
  readonly appeals: number;
}

/** One query for a page of tests; what an attempt came to is its latest result. */
async function countsOf(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  if (assessmentIds.length === 0) return new Map();
  const rows = await db.$queryRaw<({ id: string } & Record<keyof Counts, number | bigint | null>)[]>`
    SELECT t."id", v."number" AS "revision", s."sittings", s."settled", s."passes", p."appeals"
    FROM "Assessment" t
    JOIN "AssessmentRevision" v ON v."id" = t."currentRevisionId"
    LEFT JOIN (
      SELECT a."assessmentId" AS "of", COUNT(*) AS "sittings", COUNT(r."id") AS "settled",
        SUM(CASE WHEN r."passed" THEN 1 ELSE 0 END) AS "passes"
      FROM "Attempt" a
      LEFT JOIN "AttemptResult" r ON r."attemptId" = a."id"
        AND r."number" = (SELECT MAX(x."number") FROM "AttemptResult" x WHERE x."attemptId" = a."id")
      WHERE a."status" = 'submitted' AND a."assessmentId" IN (${sqlList([...assessmentIds])})
      GROUP BY a."assessmentId"
    ) s ON s."of" = t."id"
    LEFT JOIN (
      SELECT a."assessmentId" AS "of", COUNT(*) AS "appeals"
      FROM "Appeal" o JOIN "Attempt" a ON a."id" = o."attemptId"
      WHERE o."state" = 'open'
      GROUP BY a."assessmentId"
    ) p ON p."of" = t."id"
    WHERE t."id" IN (${sqlList([...assessmentIds])})`;
  return new Map(
    rows.map(({ id, revision, sittings, settled, passes, appeals }) => [
      id,
      {
        revision: Number(revision),
        sittings: Number(sittings ?? 0),
        settled: Number(settled ?? 0),
        passes: Number(passes ?? 0),
        appeals: Number(appeals ?? 0),
      },
    ]),
  );
}
