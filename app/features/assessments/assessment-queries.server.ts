import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { assessmentVisibleTo } from "./assessment-policy.server";
import { standingOf, type PastAttempt, type Standing } from "./attempt-rules";
import type { AssessmentPage, AssessmentSummary, StandingView } from "./attempt-view";
import { questionCount, type Blueprint } from "./blueprint";
import { blueprintOf, blueprintsOf } from "./blueprints.server";
import { closeAttempt } from "./submit-attempt.server";

const PAGE = 30;

const pastAttempt = {
  id: true,
  number: true,
  startedAt: true,
  deadlineAt: true,
  submittedAt: true,
  passed: true,
  score: true,
} as const;

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
      attempts: { where: { personId: actor.personId }, select: pastAttempt },
    },
  });
  const shown = rows.slice(0, PAGE);
  const blueprints = await blueprintsOf(shown.flatMap((row) => row.currentRevisionId ?? []));
  const assessments = shown.flatMap((row) => {
    const blueprint = row.currentRevisionId ? blueprints.get(row.currentRevisionId) : undefined;
    return blueprint ? [summaryOf(row.slug, blueprint, row.attempts)] : [];
  });
  return { assessments, next: rows.length > PAGE ? shown.at(-1)!.id : null };
}

/** @throws NotFound when there is none, or it is not for this person */
export async function findAssessment(actor: Actor, slug: string): Promise<AssessmentPage> {
  const row = await findOwn(actor, slug);
  const overdue = row.attempts.find((attempt) => !attempt.submittedAt && attempt.deadlineAt <= now());
  if (!overdue) return pageOf(slug, row);
  await closeAttempt(overdue.id);
  return pageOf(slug, await findOwn(actor, slug));
}

async function findOwn(actor: Actor, slug: string) {
  const row = await db.assessment.findFirst({
    where: { slug, ...assessmentVisibleTo(actor) },
    select: {
      currentRevisionId: true,
      attempts: { where: { personId: actor.personId }, orderBy: { number: "desc" }, select: pastAttempt },
    },
  });
  if (!row?.currentRevisionId) throw new NotFound("assessment");
  return { revisionId: row.currentRevisionId, attempts: row.attempts };
}

async function pageOf(slug: string, row: Awaited<ReturnType<typeof findOwn>>): Promise<AssessmentPage> {
  const blueprint = await blueprintOf(row.revisionId);
  const { max, waitHours, renewDays } = blueprint.attempts;
  return {
    ...summaryOf(slug, blueprint, row.attempts),
    language: blueprint.language,
    max,
    waitHours,
    renewDays,
    sections: blueprint.sections.map(({ title, draw }) => ({ title, draw })),
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
      attempts: { where: { personId: actor.personId }, select: pastAttempt },
    },
  });
  if (!row?.currentRevisionId) return null;
  const { attempts: rules } = await blueprintOf(row.currentRevisionId);
  return { standing: viewOf(standingOf(row.attempts, rules, now())), max: rules.max };
}

function summaryOf(slug: string, blueprint: Blueprint, attempts: readonly PastAttempt[]): AssessmentSummary {
  return {
    slug,
    title: blueprint.title,
    summary: blueprint.summary,
    minutes: blueprint.minutes,
    passMark: blueprint.passMark,
    questions: questionCount(blueprint),
    standing: viewOf(standingOf(attempts, blueprint.attempts, now())),
  };
}

function viewOf({ state, left, nextAt, open, last }: Standing): StandingView {
  return {
    state,
    left,
    nextAt,
    open: open && { attemptId: open.id, deadlineAt: open.deadlineAt },
    last: last && {
      attemptId: last.id,
      score: last.score ?? 0,
      passed: last.passed ?? false,
      submittedAt: last.submittedAt ?? last.startedAt,
    },
  };
}
