import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { standingIn } from "./assessment-queries.server";
import type { AttemptResult, Sitting } from "./attempt-view";
import { blueprintOf } from "./blueprints.server";
import type { Answer, QuestionBody, QuestionKey, ServedQuestion } from "./question";
import { reviewQuestion } from "./review-question";
import { scoreAttempt } from "./score-attempt";
import { closeAttempt } from "./submit-attempt.server";

/**
 * The open attempt with one section's questions as served ("resume": the first with something unanswered), or with none
 * to confirm the submission. An attempt whose
 * time is up is submitted here.
 * @returns null when it is submitted: the result is there
 * @throws NotFound
 */
export async function findSitting(
  actor: Actor,
  { attemptId, section: asked }: { attemptId: string; section: number | null | "resume" },
): Promise<Sitting | null> {
  const attempt = await db.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId },
    select: {
      revisionId: true,
      status: true,
      deadlineAt: true,
      items: {
        orderBy: { position: "asc" },
        select: { position: true, section: true, served: true, answer: true, questionVersionId: true },
      },
    },
  });
  if (!attempt) throw new NotFound("attempt");
  if (attempt.status !== "open") return null;
  const serverNow = now();
  if (attempt.deadlineAt <= serverNow) {
    await closeAttempt(attemptId);
    return null;
  }
  const blueprint = await blueprintOf(attempt.revisionId);
  const firstOpen = attempt.items.find((item) => item.answer === null) ?? attempt.items[0];
  const section = asked === "resume" ? (firstOpen?.section ?? 0) : asked;
  if (section !== null && !blueprint.sections[section]) throw new NotFound("section");
  const shown = attempt.items.filter((item) => item.section === section);
  return {
    attemptId,
    slug: blueprint.slug,
    title: blueprint.title,
    language: blueprint.language,
    deadlineAt: attempt.deadlineAt,
    serverNow,
    sections: blueprint.sections.map(({ title }, index) => {
      const items = attempt.items.filter((item) => item.section === index);
      return {
        title,
        positions: items.map((item) => item.position),
        unanswered: items.filter((item) => item.answer === null).map((item) => item.position),
      };
    }),
    section: section === null ? null : { index: section, questions: await servedQuestions(shown) },
  };
}

interface ItemRow {
  position: number;
  section: number;
  served: string;
  answer: string | null;
  questionVersionId: string;
}

/** Selects the body and never the key. */
async function servedQuestions(items: readonly ItemRow[]): Promise<ServedQuestion[]> {
  const versions = await db.questionVersion.findMany({
    where: { id: { in: items.map((item) => item.questionVersionId) } },
    select: { id: true, body: true },
  });
  const bodies = new Map(versions.map(({ id, body }) => [id, JSON.parse(body) as QuestionBody]));
  return items.map(({ position, section, served, answer, questionVersionId }) => {
    const { kind, prompt, options, unit } = bodies.get(questionVersionId)!;
    const order = JSON.parse(served) as string[];
    return {
      position,
      section,
      kind,
      prompt,
      options: order.map((id) => ({ id, html: options.find((option) => option.id === id)?.html ?? "" })),
      ...(unit === undefined ? {} : { unit }),
      answer: answer === null ? null : (JSON.parse(answer) as Answer),
    };
  });
}

/** Question versions on a paper that the person is sitting now: their keys are not told, wherever else they stood. */
async function questionsBeingAnswered(personId: string): Promise<Set<string>> {
  const items = await db.attemptItem.findMany({
    where: { attempt: { personId, status: "open" } },
    select: { questionVersionId: true },
  });
  return new Set(items.map(({ questionVersionId }) => questionVersionId));
}

/**
 * @returns null while the attempt is open: then there is no result, and no key is read
 * @throws NotFound
 */
export async function findResult(actor: Actor, attemptId: string): Promise<AttemptResult | null> {
  const own = { id: attemptId, personId: actor.personId };
  const state = await db.attempt.findFirst({ where: own, select: { status: true, deadlineAt: true } });
  if (!state) throw new NotFound("attempt");
  if (state.status === "open") {
    if (state.deadlineAt > now()) return null;
    await closeAttempt(attemptId);
  }
  const attempt = await db.attempt.findFirstOrThrow({
    where: { ...own, status: "submitted" },
    select: {
      assessmentId: true,
      revisionId: true,
      number: true,
      startedAt: true,
      deadlineAt: true,
      submittedAt: true,
      items: {
        orderBy: { position: "asc" },
        select: {
          position: true,
          section: true,
          served: true,
          answer: true,
          questionVersionId: true,
          question: { select: { clause: true, body: true, key: true } },
        },
      },
    },
  });
  const blueprint = await blueprintOf(attempt.revisionId);
  const running = await questionsBeingAnswered(actor.personId);
  const items = attempt.items.map(({ position, section, served, answer, question, questionVersionId }) => ({
    version: questionVersionId,
    position,
    section,
    clause: question.clause,
    served: JSON.parse(served) as string[],
    answer: answer === null ? null : (JSON.parse(answer) as Answer),
    body: JSON.parse(question.body) as QuestionBody,
    key: JSON.parse(question.key) as QuestionKey,
  }));
  const sections = blueprint.sections.map((section) => section.title);
  const { items: scored, ...totals } = scoreAttempt(
    { passMark: blueprint.passMark, sections, items },
    new Map(items.map((item) => [item.position, item.answer])),
  );
  const points = new Map(scored.map((item) => [item.position, item.points]));
  const submittedAt = attempt.submittedAt!;
  return {
    attemptId,
    slug: blueprint.slug,
    title: blueprint.title,
    language: blueprint.language,
    number: attempt.number,
    startedAt: attempt.startedAt,
    submittedAt,
    timeUp: submittedAt >= attempt.deadlineAt,
    passMark: blueprint.passMark,
    ...totals,
    questions: items
      .filter(({ version }) => !running.has(version))
      .map((item) => reviewQuestion({ ...item, points: points.get(item.position) ?? 0 })),
    withheld: items.filter(({ version }) => running.has(version)).length,
    again: await standingIn(actor, attempt.assessmentId),
  };
}
