/** What there is to do for certifications and what a person has done of it, with the record that proves each. */
import { courseVisibleTo } from "~/features/content/course-policy.server";
import { type Revision, revisionHistories } from "~/features/content/read-revision.server";
import { askedSince } from "~/features/content/revisions/asked-again";
import type { Actor } from "~/features/people/actor";
import { db, type Prisma, sql, sqlList } from "~/platform/db/client.server";
import {
  type CertificationStep,
  type StepKind,
  stepKey,
  stepKind,
  stepSlug,
} from "./certification-definition";
import { type Refusal, refusalOf, type RefusedRow } from "./decisions/refusals.server";
import type { Evidence } from "./earnable";
import type { SignOffState } from "./sign-offs/sign-off-rules";

export interface StepFacts {
  readonly kind: StepKind;
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
  /** The newest attempt waits for somebody to mark it. */
  readonly marking: boolean;
  readonly lastFailedAt: Date | null;
  /** The newest sign-off; null for a course or a test. */
  readonly signOff: { readonly id: string; readonly state: SignOffState } | null;
  /** Of a certificate of somebody else: what the last one that is no evidence stands at. */
  readonly sent: "waiting" | "refused" | null;
}

export interface FoundSteps {
  /** Keys are `stepKey` of each step; a course or test that is not there is left out. */
  readonly facts: ReadonlyMap<string, StepFacts>;
  readonly refusals: readonly Refusal[];
}

interface Row {
  kind: StepKind;
  id: string;
  slug: string;
  title: string;
  minutes: number | null;
  currentRevisionId: string | null;
  /** Only whether it is there is asked: of a date that began as NULL, SQLite forgets that it is one. */
  archivedAt: unknown;
  /** The completion or the attempt. */
  doneId: string | null;
  revisionId: string | null;
  doneAt: Date | null;
  /** Of a test, by its latest result; null while somebody has to mark it. */
  passed: boolean | number | null;
  startedAt: unknown;
  recordId: string | null;
  /** Of a sign-off. */
  state: SignOffState | null;
  /** Of a statement: what was accepted. */
  text: string | null;
  /** Of a certificate. */
  until: Date | null;
}

/** One query. */
export async function findSteps(personId: string, steps: readonly CertificationStep[]): Promise<FoundSteps> {
  const courses = steps.flatMap((step) => ("course" in step ? step.course : []));
  const tests = steps.flatMap((step) => ("assessment" in step ? step.assessment : []));
  const checklists = steps.flatMap((step) => ("signOff" in step ? step.signOff : []));
  const statements = steps.flatMap((step) => ("statement" in step ? step.statement.id : []));
  if (steps.length === 0) return { facts: new Map(), refusals: [] };
  const certificates = steps.flatMap((step) => ("certificate" in step ? step.certificate.id : []));
  const found = await db.$queryRaw<(Row | RefusedRow)[]>`
    SELECT 'certificate' AS "kind", x."stepId" AS "id", x."stepId" AS "slug", x."title", NULL AS "minutes",
           NULL AS "currentRevisionId", NULL AS "archivedAt", x."id" AS "doneId", NULL AS "revisionId",
           d."at" AS "doneAt", d."kind" = 'accepted' AS "passed", NULL AS "startedAt", d."id" AS "recordId",
           NULL AS "text", d."expiresAt" AS "until", NULL AS "state", NULL AS "reason"
    FROM "ExternalCertificate" x
    LEFT JOIN "ExternalDecision" d ON d."certificateId" = x."id" AND d."number" = (
      SELECT MAX(latest."number") FROM "ExternalDecision" latest WHERE latest."certificateId" = x."id")
    WHERE x."personId" = ${personId} AND ${slugIn(sql`x."stepId"`, certificates)}
      AND (d."kind" IS NULL OR d."kind" <> 'withdrawn')
    UNION ALL
    SELECT 'course', c."id", c."slug", c."title", c."minutes", c."currentRevisionId", c."archivedAt",
           done."id", done."revisionId", done."completedAt", TRUE, e."startedAt", r."id", NULL, NULL, NULL, NULL
    FROM "Course" c
    LEFT JOIN "Enrolment" e ON e."courseId" = c."id" AND e."personId" = ${personId}
    LEFT JOIN "CourseCompletion" done ON done."courseId" = c."id" AND done."personId" = ${personId}
    LEFT JOIN "EvidenceRecord" r ON r."personId" = done."personId" AND r."occurredAt" = done."completedAt"
      AND r."kind" = 'course-completed' AND r."courseId" = done."courseId"
    WHERE ${slugIn(sql`c."slug"`, courses)}
    UNION ALL
    SELECT 'assessment', a."id", a."slug", a."title", NULL, a."currentRevisionId", a."archivedAt",
           t."id", t."revisionId", t."submittedAt", r."passed", t."startedAt", r."id", NULL, NULL, NULL, NULL
    FROM "Assessment" a
    LEFT JOIN "Attempt" t ON t."assessmentId" = a."id" AND t."personId" = ${personId}
    LEFT JOIN "AttemptResult" r ON r."attemptId" = t."id" AND r."number" = (
      SELECT MAX(latest."number") FROM "AttemptResult" latest WHERE latest."attemptId" = t."id")
    WHERE ${slugIn(sql`a."slug"`, tests)}
    UNION ALL
    SELECT 'sign-off', c."id", c."id", c."title", NULL, c."currentRevisionId", c."archivedAt",
           s."id", s."revisionId", CASE WHEN s."state" = 'acknowledged' THEN s."stateAt" END, s."met", s."startedAt",
           s."recordId", NULL, NULL, s."state", NULL
    FROM "Checklist" c
    LEFT JOIN "SignOff" s ON s."checklistId" = c."id" AND s."personId" = ${personId}
      AND s."state" IN ('draft', 'completed', 'acknowledged')
    WHERE ${slugIn(sql`c."id"`, checklists)}
    UNION ALL
    SELECT 'statement', s."statementId", s."statementId", s."title", NULL, NULL, NULL,
           s."id", NULL, s."acceptedAt", TRUE, NULL, s."id", s."text", NULL, NULL, NULL
    FROM "StatementAcceptance" s
    WHERE s."personId" = ${personId} AND ${slugIn(sql`s."statementId"`, statements)}
    UNION ALL
    SELECT 'refusal', d."certificationId", d."certificationId", '', NULL, NULL, NULL,
           d."id", NULL, d."decidedAt", FALSE, NULL, NULL, d."evidence", NULL, NULL, d."reason"
    FROM "AwardDecision" d
    WHERE d."personId" = ${personId} AND d."state" = 'refused'
    ORDER BY "slug", "doneAt"`;

  const refusals = found.flatMap((row) => (row.kind === "refusal" ? refusalOf(row) : []));
  const rows = found.flatMap((row) => (row.kind === "refusal" ? [] : row));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.kind} ${row.slug}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const histories = await revisionHistories([...new Set(rows.flatMap(revisedSince))]);
  const facts = new Map([
    ...steps.flatMap((step) =>
      "statement" in step || "certificate" in step ? [[stepKey(step), notYetDone(step)] as const] : [],
    ),
    ...[...groups].map(([key, of]) => [key, factsOf(of, histories)] as const),
  ]);
  return { facts, refusals };
}

/** The same for the actor, to whom a course for others is not there. */
export async function findOwnSteps(actor: Actor, steps: readonly CertificationStep[]): Promise<FoundSteps> {
  const slugs = steps.flatMap((step) => ("course" in step ? step.course : []));
  const [{ facts, refusals }, open] = await Promise.all([
    findSteps(actor.personId, steps),
    db.course.findMany({ where: { slug: { in: slugs }, ...courseVisibleTo(actor) }, select: { slug: true } }),
  ]);
  const there = new Set(open.map(({ slug }) => slug));
  const own = [...facts].map(
    ([key, step]) =>
      [key, step.kind === "course" && !there.has(step.slug) ? { ...step, available: false } : step] as const,
  );
  return { facts: new Map(own), refusals };
}

/** What a definition holds itself can always be begun. */
function notYetDone(step: CertificationStep): StepFacts {
  const [kind, slug] = [stepKind(step), stepSlug(step)];
  const nothing = {
    started: false,
    openAttemptId: null,
    marking: false,
    lastFailedAt: null,
    signOff: null,
    sent: null,
    evidence: [],
  };
  return { kind, id: slug, slug, title: slug, minutes: null, available: true, ...nothing };
}

/** Only of courses that were completed and revised since is the history needed. */
function revisedSince({ kind, doneId, revisionId, currentRevisionId }: Row): string[] {
  return kind === "course" && doneId && currentRevisionId && revisionId !== currentRevisionId
    ? [currentRevisionId]
    : [];
}

/** A completion is current while the course asks nothing more of who has it. */
function isCurrent(
  { revisionId, currentRevisionId }: Row,
  histories: ReadonlyMap<string, readonly Revision[]>,
): boolean {
  if (!revisionId || !currentRevisionId) return false;
  if (revisionId === currentRevisionId) return true;
  const history = histories.get(currentRevisionId);
  return history !== undefined && askedSince(revisionId, history).kind === "nothing";
}

function factsOf(rows: readonly Row[], histories: ReadonlyMap<string, readonly Revision[]>): StepFacts {
  const { kind, id, slug, title, minutes, startedAt, currentRevisionId, archivedAt } = rows[0]!;
  const evidence = rows.flatMap((row): Evidence[] => {
    const { doneAt, recordId, passed, text, until } = row;
    if (!doneAt || !recordId || !passed) return [];
    if (kind === "statement") return [{ kind, slug, at: doneAt, recordId, text: text ?? "" }];
    /* Since it was accepted: a licence of long ago says nothing of before anybody had seen it, and a validity counts from then. */
    if (kind === "certificate") return [{ kind, slug, at: doneAt, recordId, until }];
    if (kind === "assessment" || kind === "sign-off") return [{ kind, slug, at: doneAt, recordId }];
    return [{ kind, slug, at: doneAt, current: isCurrent(row, histories), recordId }];
  });
  const attempts = kind === "assessment" || kind === "sign-off" ? rows.filter(({ doneId }) => doneId) : [];
  const newest =
    kind === "sign-off" ? (attempts.find(({ doneAt }) => !doneAt) ?? attempts.at(-1)) : undefined;
  return {
    kind,
    id,
    slug,
    title,
    minutes,
    available:
      kind === "statement" || kind === "certificate" || (currentRevisionId !== null && archivedAt === null),
    evidence,
    started: startedAt !== null,
    openAttemptId: attempts.find(({ doneAt }) => !doneAt)?.doneId ?? null,
    marking: kind === "assessment" && attempts.length > 0 && attempts.at(-1)!.passed === null,
    lastFailedAt:
      attempts.findLast(({ doneAt, passed }) => doneAt && passed !== null && !passed)?.doneAt ?? null,
    signOff: newest ? { id: newest.doneId!, state: newest.state! } : null,
    sent: kind === "certificate" ? sentOf(rows) : null,
  };
}

function sentOf(rows: readonly Row[]): StepFacts["sent"] {
  if (rows.some(({ doneAt }) => !doneAt)) return "waiting";
  return rows.at(-1)!.passed ? null : "refused";
}

function slugIn(column: Prisma.Sql, slugs: readonly string[]): Prisma.Sql {
  return slugs.length > 0 ? sql`${column} IN (${sqlList([...new Set(slugs)])})` : sql`1 = 0`;
}
