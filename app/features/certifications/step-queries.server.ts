/** What there is to do for certifications and what a person has done of it, with the record that proves each. */
import { db, type Prisma, sql, sqlList } from "~/platform/db/client.server";
import type { CertificationStep } from "./certification-definition";
import type { Evidence } from "./earnable";

export interface StepFacts {
  readonly kind: "course" | "assessment";
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Null for a test. */
  readonly minutes: number | null;
  /** It can be begun: published and not archived. */
  readonly available: boolean;
  readonly evidence: readonly Evidence[];
  /** The course has been opened. */
  readonly started: boolean;
  readonly openAttemptId: string | null;
  readonly lastFailedAt: Date | null;
}

interface Row {
  kind: "course" | "assessment";
  id: string;
  slug: string;
  title: string;
  minutes: number | null;
  currentRevisionId: string | null;
  archivedAt: Date | null;
  /** The completion or the attempt. */
  doneId: string | null;
  revisionId: string | null;
  doneAt: Date | null;
  /** Of a test, by its latest result; null while somebody has to mark it. */
  passed: boolean | number | null;
  startedAt: Date | null;
  recordId: string | null;
}

/** Keys are `stepKey` of each step; a step that names nothing is left out. One query. */
export async function findSteps(
  personId: string,
  steps: readonly CertificationStep[],
): Promise<Map<string, StepFacts>> {
  const courses = steps.flatMap((step) => ("course" in step ? step.course : []));
  const tests = steps.flatMap((step) => ("assessment" in step ? step.assessment : []));
  if (steps.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'course' AS "kind", c."id", c."slug", c."title", c."minutes", c."currentRevisionId", c."archivedAt",
           done."id" AS "doneId", done."revisionId", done."completedAt" AS "doneAt", TRUE AS "passed",
           e."startedAt", r."id" AS "recordId"
    FROM "Course" c
    LEFT JOIN "Enrolment" e ON e."courseId" = c."id" AND e."personId" = ${personId}
    LEFT JOIN "CourseCompletion" done ON done."courseId" = c."id" AND done."personId" = ${personId}
    LEFT JOIN "EvidenceRecord" r ON r."personId" = done."personId" AND r."occurredAt" = done."completedAt"
      AND r."kind" = 'course-completed' AND r."courseId" = done."courseId"
    WHERE ${slugIn(sql`c."slug"`, courses)}
    UNION ALL
    SELECT 'assessment', a."id", a."slug", a."title", NULL, a."currentRevisionId", a."archivedAt",
           t."id", t."revisionId", t."submittedAt", r."passed", t."startedAt", r."id"
    FROM "Assessment" a
    LEFT JOIN "Attempt" t ON t."assessmentId" = a."id" AND t."personId" = ${personId}
    LEFT JOIN "AttemptResult" r ON r."attemptId" = t."id" AND r."number" = (
      SELECT MAX(latest."number") FROM "AttemptResult" latest WHERE latest."attemptId" = t."id")
    WHERE ${slugIn(sql`a."slug"`, tests)}
    ORDER BY "slug", "doneAt"`;

  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.kind} ${row.slug}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return new Map([...groups].map(([key, of]) => [key, factsOf(of)]));
}

function factsOf(rows: readonly Row[]): StepFacts {
  const { kind, id, slug, title, minutes, startedAt, currentRevisionId, archivedAt } = rows[0]!;
  const evidence = rows.flatMap(({ doneAt, recordId, revisionId, passed }): Evidence[] => {
    if (!doneAt || !recordId || !passed) return [];
    if (kind === "assessment") return [{ kind, slug, at: doneAt, recordId }];
    return [{ kind, slug, at: doneAt, current: revisionId === currentRevisionId, recordId }];
  });
  const attempts = kind === "assessment" ? rows.filter(({ doneId }) => doneId) : [];
  return {
    kind,
    id,
    slug,
    title,
    minutes,
    available: currentRevisionId !== null && archivedAt === null,
    evidence,
    started: startedAt !== null,
    openAttemptId: attempts.find(({ doneAt }) => !doneAt)?.doneId ?? null,
    lastFailedAt:
      attempts.findLast(({ doneAt, passed }) => doneAt && passed !== null && !passed)?.doneAt ?? null,
  };
}

function slugIn(column: Prisma.Sql, slugs: readonly string[]): Prisma.Sql {
  return slugs.length > 0 ? sql`${column} IN (${sqlList([...new Set(slugs)])})` : sql`1 = 0`;
}
