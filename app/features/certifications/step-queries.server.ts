/** What there is to do for certifications and what a person has done of it, with the record that proves each. */
import { db, type Prisma, sql, sqlList } from "~/platform/db/client.server";
import type { CertificationStep } from "./certification-definition";
import type { Evidence } from "./earnable";
import type { SignOffState } from "./sign-offs/sign-off-rules";

export interface StepFacts {
  readonly kind: "course" | "assessment" | "sign-off";
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Of a course alone. */
  readonly minutes: number | null;
  /** It can be begun: published and not archived. */
  readonly available: boolean;
  readonly evidence: readonly Evidence[];
  /** The course has been opened. */
  readonly started: boolean;
  readonly openAttemptId: string | null;
  readonly lastFailedAt: Date | null;
  /** The newest sign-off; null for a course or a test. */
  readonly signOff: { readonly id: string; readonly state: SignOffState } | null;
}

interface Row {
  kind: StepFacts["kind"];
  id: string;
  slug: string;
  title: string;
  minutes: number | null;
  currentRevisionId: string | null;
  archivedAt: Date | null;
  /** The completion, the attempt or the sign-off. */
  doneId: string | null;
  revisionId: string | null;
  doneAt: Date | null;
  /** Of a test, by its latest result; null while somebody has to mark it. */
  passed: boolean | number | null;
  startedAt: Date | null;
  recordId: string | null;
  /** Of a sign-off. */
  state: SignOffState | null;
}

/** Keys are `stepKey` of each step; a step that names nothing is left out. One query. */
export async function findSteps(
  personId: string,
  steps: readonly CertificationStep[],
): Promise<Map<string, StepFacts>> {
  const courses = steps.flatMap((step) => ("course" in step ? step.course : []));
  const tests = steps.flatMap((step) => ("assessment" in step ? step.assessment : []));
  const checklists = steps.flatMap((step) => ("signOff" in step ? step.signOff : []));
  if (steps.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'course' AS "kind", c."id", c."slug", c."title", c."minutes", c."currentRevisionId", c."archivedAt",
           done."id" AS "doneId", done."revisionId", done."completedAt" AS "doneAt", TRUE AS "passed",
           e."startedAt", r."id" AS "recordId", NULL AS "state"
    FROM "Course" c
    LEFT JOIN "Enrolment" e ON e."courseId" = c."id" AND e."personId" = ${personId}
    LEFT JOIN "CourseCompletion" done ON done."courseId" = c."id" AND done."personId" = ${personId}
    LEFT JOIN "EvidenceRecord" r ON r."personId" = done."personId" AND r."occurredAt" = done."completedAt"
      AND r."kind" = 'course-completed' AND r."courseId" = done."courseId"
    WHERE ${slugIn(sql`c."slug"`, courses)}
    UNION ALL
    SELECT 'assessment', a."id", a."slug", a."title", NULL, a."currentRevisionId", a."archivedAt",
           t."id", t."revisionId", t."submittedAt", r."passed", t."startedAt", r."id", NULL
    FROM "Assessment" a
    LEFT JOIN "Attempt" t ON t."assessmentId" = a."id" AND t."personId" = ${personId}
    LEFT JOIN "AttemptResult" r ON r."attemptId" = t."id" AND r."number" = (
      SELECT MAX(latest."number") FROM "AttemptResult" latest WHERE latest."attemptId" = t."id")
    WHERE ${slugIn(sql`a."slug"`, tests)}
    UNION ALL
    SELECT 'sign-off', c."id", c."id", c."title", NULL, c."currentRevisionId", c."archivedAt",
           s."id", s."revisionId", CASE WHEN s."state" = 'acknowledged' THEN s."stateAt" END, s."met", s."startedAt",
           s."recordId", s."state"
    FROM "Checklist" c
    LEFT JOIN "SignOff" s ON s."checklistId" = c."id" AND s."personId" = ${personId}
      AND s."state" IN ('draft', 'completed', 'acknowledged')
    WHERE ${slugIn(sql`c."id"`, checklists)}
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
    if (kind !== "course") return [{ kind, slug, at: doneAt, recordId }];
    return [{ kind, slug, at: doneAt, current: revisionId === currentRevisionId, recordId }];
  });
  const attempts = kind === "course" ? [] : rows.filter(({ doneId }) => doneId);
  const newest =
    kind === "sign-off" ? (attempts.find(({ doneAt }) => !doneAt) ?? attempts.at(-1)) : undefined;
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
    signOff: newest ? { id: newest.doneId!, state: newest.state! } : null,
  };
}

function slugIn(column: Prisma.Sql, slugs: readonly string[]): Prisma.Sql {
  return slugs.length > 0 ? sql`${column} IN (${sqlList([...new Set(slugs)])})` : sql`1 = 0`;
}
