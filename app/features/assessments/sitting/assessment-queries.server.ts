import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { minutesGranted } from "../accommodations/time-granted.server";
import { questionCount, type Blueprint } from "../blueprints/blueprint";
import { blueprintOf, blueprintsOf } from "../blueprints/blueprints.server";
import { assessmentVisibleTo } from "./assessment-policy.server";
import { standingOf, type PastAttempt, type Standing } from "./attempt-rules";
import type { AssessmentPage, AssessmentSummary, StandingView } from "./attempt-view";
import { pastAttempt, pastAttemptColumns } from "./past-attempt.server";
import { closeAttempt } from "./submit-attempt.server";

const PAGE = 30;

/** Assessments open to the actor by title, with where they stand in each. `after` is the id of the last one shown. */
export async function listAssessments(
  actor: Actor,
  { after }: { after?: string | undefined } = {},
): Promise<{ assessments: AssessmentSummary[]; next: string | null }> {
  const rows = await db.assessment.findMany({
    where: assessmentVisibleTo(actor),
    orderBy: [{ title: "asc" }, { id: "asc" }],
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    take: PAGE + 1,
    select: {
      id: true,
      slug: true,
      currentRevisionId: true,
      attempts: { where: { personId: actor.personId }, select: pastAttemptColumns },
    },
  });
  const shown = rows.slice(0, PAGE);
  const [blueprints, grants] = [
    await blueprintsOf(shown.flatMap((row) => row.currentRevisionId ?? [])),
    await grantsTo(
      actor,
      shown.flatMap((row) => (row.attempts.length > 0 ? row.id : [])),
    ),
  ];
  const assessments = shown.flatMap((row) => {
    const blueprint = row.currentRevisionId ? blueprints.get(row.currentRevisionId) : undefined;
    if (!blueprint) return [];
    return [summaryOf(row.slug, blueprint, row.attempts.map(pastAttempt), grants.get(row.id))];
  });
  return { assessments, next: rows.length > PAGE ? shown.at(-1)!.id : null };
}

/** When fresh sets were granted to the actor, by assessment. */
async function grantsTo(actor: Actor, assessmentIds: readonly string[]): Promise<Map<string, Date[]>> {
  if (assessmentIds.length === 0) return new Map();
  const rows = await db.attemptGrant.findMany({
    where: { personId: actor.personId, assessmentId: { in: [...assessmentIds] } },
    select: { assessmentId: true, recordedAt: true },
  });
  const grants = new Map<string, Date[]>();
  for (const { assessmentId, recordedAt } of rows)
    grants.set(assessmentId, [...(grants.get(assessmentId) ?? []), recordedAt]);
  return grants;
}

/** @throws NotFound when there is none, or it is not for this person */
export async function findAssessment(actor: Actor, slug: string): Promise<AssessmentPage> {
  const row = await findOwn(actor, slug);
  const overdue = row.attempts.find((attempt) => !attempt.submittedAt && attempt.deadlineAt <= now());
  if (!overdue) return pageOf(actor, slug, row);
  await closeAttempt(overdue.id);
  return pageOf(actor, slug, await findOwn(actor, slug));
}

async function findOwn(actor: Actor, slug: string) {
  const row = await db.assessment.findFirst({
    where: { slug, ...assessmentVisibleTo(actor) },
    select: {
      id: true,
      currentRevisionId: true,
      attempts: {
        where: { personId: actor.personId },
        orderBy: { number: "desc" },
        select: pastAttemptColumns,
      },
    },
  });
  if (!row?.currentRevisionId) throw new NotFound("assessment");
  return { id: row.id, revisionId: row.currentRevisionId, attempts: row.attempts.map(pastAttempt) };
}

async function pageOf(
  actor: Actor,
  slug: string,
  row: Awaited<ReturnType<typeof findOwn>>,
): Promise<AssessmentPage> {
  const blueprint = await blueprintOf(row.revisionId);
  const grants = row.attempts.length > 0 ? (await grantsTo(actor, [row.id])).get(row.id) : [];
  const { max, waitHours, renewDays, afterLast } = blueprint.attempts;
  return {
    ...summaryOf(slug, blueprint, row.attempts, grants),
    language: blueprint.language,
    max,
    waitHours,
    renewDays,
    closesForGood: afterLast === "closed",
    extraMinutes: await minutesGranted(db, actor.personId, blueprint.minutes, now()),
    clausePassMark: blueprint.clausePassMark ?? null,
    book: blueprint.book ?? null,
    opensAt: blueprint.window?.opensAt ?? null,
    closesAt: blueprint.window?.closesAt ?? null,
    declaration: blueprint.declaration ?? null,
    invigilated: blueprint.invigilated ?? false,
    markedByHand: blueprint.questions.some(({ kind }) => kind.endsWith("-response")),
    sections: blueprint.sections.map(({ title, draw, passMark = null }) => ({ title, draw, passMark })),
    attempts: row.attempts.map(({ id, number, startedAt, submittedAt, score, passed }) => ({
      attemptId: id,
      number,
      startedAt,
      submittedAt,
      score,
      passed,
    })),
  };
}

/** Where the actor stands by today's rules; null when the assessment is no longer open to them. */
export async function standingIn(
  actor: Actor,
  assessmentId: string,
): Promise<{ standing: StandingView; max: number } | null> {
  const row = await db.assessment.findFirst({
    where: { id: assessmentId, ...assessmentVisibleTo(actor) },
    select: {
      currentRevisionId: true,
      attempts: { where: { personId: actor.personId }, select: pastAttemptColumns },
    },
  });
  if (!row?.currentRevisionId) return null;
  const blueprint = await blueprintOf(row.currentRevisionId);
  const grants = (await grantsTo(actor, [assessmentId])).get(assessmentId);
  const standing = standingOf(row.attempts.map(pastAttempt), blueprint, now(), grants);
  return { standing: viewOf(standing), max: blueprint.attempts.max };
}

function summaryOf(
  slug: string,
  blueprint: Blueprint,
  attempts: readonly PastAttempt[],
  grants: readonly Date[] = [],
): AssessmentSummary {
  return {
    slug,
    title: blueprint.title,
    summary: blueprint.summary,
    minutes: blueprint.minutes,
    passMark: blueprint.passMark,
    questions: questionCount(blueprint),
    standing: viewOf(standingOf(attempts, blueprint, now(), grants)),
  };
}

function viewOf({ state, left, nextAt, open, last, mayStart }: Standing): StandingView {
  return {
    state,
    left,
    nextAt,
    mayStart,
    open: open && { attemptId: open.id, deadlineAt: open.deadlineAt },
    last: last && {
      attemptId: last.id,
      score: last.score,
      passed: last.passed,
      submittedAt: last.submittedAt ?? last.startedAt,
    },
  };
}
