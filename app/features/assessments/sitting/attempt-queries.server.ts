import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { WARN_MINUTES, type Blueprint } from "../blueprints/blueprint";
import { blueprintOf } from "../blueprints/blueprints.server";
import type { Answer, QuestionBody, QuestionFigure, ServedQuestion } from "../questions/question";
import { answeringNow } from "../questions/answering-now.server";
import { questionVersions, type QuestionVersion } from "../questions/question-versions.server";
import { reviewQuestion } from "../questions/review-question";
import { pointsFor, type Tally } from "../scoring/score-attempt";
import { judgeRows, type AttemptRow, type JudgedItem } from "../scoring/judge-attempt.server";
import { readAttempts } from "../scoring/read-attempts.server";
import { standingIn } from "./assessment-queries.server";
import { shownDeadline } from "./attempt-rules";
import type { AttemptResult, Sitting } from "./attempt-view";
import { closeAttempt } from "./submit-attempt.server";

/** Which part of the paper is asked for: a section or a question from 0, the confirmation, or where to go on. */
export type Place = number | null | "resume";

/**
 * The open attempt with the questions of one page as served ("resume": the first with something unanswered), or with
 * none to confirm the submission. An attempt whose time is up is submitted here.
 * @returns null when it is submitted: the result is there
 * @throws NotFound
 */
export async function findSitting(
  actor: Actor,
  { attemptId, place }: { attemptId: string; place: Place },
): Promise<Sitting | null> {
  const attempt = await db.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId },
    select: {
      revisionId: true,
      status: true,
      deadlineAt: true,
      graceSeconds: true,
      items: {
        orderBy: { position: "asc" },
        select: {
          position: true,
          section: true,
          served: true,
          answer: true,
          flagged: true,
          questionVersionId: true,
        },
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
  const shown = pageAt(attempt.items, blueprint, place);
  const versions = await questionVersions(attempt.items.map((item) => item.questionVersionId));
  const isInPart = ({ questionVersionId, answer }: ItemRow) =>
    answer !== null && leavesOpen(versions.get(questionVersionId)!.body, answer);
  return {
    attemptId,
    slug: blueprint.slug,
    title: blueprint.title,
    language: blueprint.language,
    deadlineAt: shownDeadline(attempt),
    serverNow,
    warnMinutes: blueprint.warnMinutes ?? WARN_MINUTES,
    book: blueprint.book ?? null,
    page: blueprint.page ?? "section",
    sections: blueprint.sections.map(({ title }, index) => {
      const items = attempt.items.filter((item) => item.section === index);
      const positions = (of: typeof items) => of.map((item) => item.position);
      return {
        title,
        positions: positions(items),
        unanswered: positions(items.filter((item) => item.answer === null)),
        inPart: positions(items.filter(isInPart)),
        flagged: positions(items.filter((item) => item.flagged)),
      };
    }),
    section: shown && { index: shown.section, questions: servedQuestions(shown.items, versions) },
    next: shown?.next ?? null,
  };
}

interface ItemRow {
  position: number;
  section: number;
  served: string;
  answer: string | null;
  flagged: boolean;
  questionVersionId: string;
}

/** @throws NotFound when the paper has no such page */
function pageAt(items: readonly ItemRow[], { page, sections }: Blueprint, place: Place) {
  if (place === null) return null;
  const first = items.find((item) => item.answer === null) ?? items[0]!;
  if (page === "question") {
    const index = place === "resume" ? items.indexOf(first) : place;
    const item = items[index];
    if (!item) throw new NotFound("question");
    return { section: item.section, items: [item], next: index + 1 < items.length ? index + 2 : null };
  }
  const section = place === "resume" ? first.section : place;
  if (!sections[section]) throw new NotFound("section");
  const next = section + 1 < sections.length ? section + 2 : null;
  return { section, items: items.filter((item) => item.section === section), next };
}

/** Whether lines of a matching question, or gaps, have nothing in them. */
function leavesOpen({ stems = [], gaps = [] }: QuestionBody, stored: string): boolean {
  const lines = stems.length + gaps.length;
  if (lines === 0) return false;
  const answer = JSON.parse(stored) as Answer;
  return "pairs" in answer && Object.keys(answer.pairs).length < lines;
}

/** Takes the body, and of the key only what people mark by: who answers is told what earns how much. */
function servedQuestions(
  items: readonly ItemRow[],
  versions: ReadonlyMap<string, QuestionVersion>,
): ServedQuestion[] {
  return items.map(({ position, section, served, answer, flagged, questionVersionId }) => {
    const {
      options,
      tags: _tags,
      difficulty: _difficulty,
      figure,
      ...body
    } = versions.get(questionVersionId)!.body;
    const { key } = versions.get(questionVersionId)!;
    const order = JSON.parse(served) as string[];
    return {
      ...body,
      ...("rubric" in key
        ? { levels: Object.fromEntries(key.rubric.map(({ id, levels }) => [id, levels])) }
        : {}),
      ...(figure ? { figure: namedNeutrally(figure) } : {}),
      position,
      section,
      options: order.map((id) => ({ id, html: options.find((option) => option.id === id)?.html ?? "" })),
      answer: answer === null ? null : (JSON.parse(answer) as Answer),
      flagged,
    };
  });
}

/** A picture's own name may tell what it shows. */
function namedNeutrally(figure: QuestionFigure): QuestionFigure {
  return { ...figure, name: `figure${figure.name.slice(figure.name.lastIndexOf("."))}` };
}

/**
 * @returns null while the attempt is open: then there is no result, and no key is read
 * @throws NotFound
 */
export async function findResult(actor: Actor, attemptId: string): Promise<AttemptResult | null> {
  const read = async () => (await readAttempts(db, [attemptId])).find(isOwn);
  const isOwn = ({ personId }: AttemptRow) => personId === actor.personId;
  let row = await read();
  if (!row) throw new NotFound("attempt");
  if (row.status === "open") {
    if (row.deadlineAt > now()) return null;
    await closeAttempt(attemptId);
    row = (await read())!;
  }
  const { attempt, blueprint, items, score } = (await judgeRows(db, [row]))[0]!;
  const running = await answeringNow(actor.personId);
  const { items: _, rules: _rules, pending, ...judged } = score;
  const history = await historyOf(attemptId);
  /* While somebody marks it again, the result that is known stands. */
  const { standing } = history;
  const totals = standing
    ? { ...judged, ...standing, points: pointsOf(standing, judged), pending: [] }
    : { ...judged, pending };
  const open = items.filter(({ position }) => pending.includes(position));
  const withPending = (tally: Tally, part: (item: JudgedItem) => boolean) => ({
    ...tally,
    pending: open.filter(part).reduce((sum, { worth }) => sum + worth, 0),
  });
  const submittedAt = attempt.submittedAt!;
  return {
    attemptId,
    slug: blueprint.slug,
    title: blueprint.title,
    language: blueprint.language,
    number: attempt.number,
    startedAt: attempt.startedAt,
    submittedAt,
    timeUp: submittedAt >= shownDeadline(attempt),
    passMark: blueprint.passMark,
    ...totals,
    sections: judged.sections.map((tally, index) => withPending(tally, ({ section }) => section === index)),
    clauses: judged.clauses.map((tally) => withPending(tally, ({ clause }) => clause === tally.label)),
    knownAt: history.knownAt,
    changes: history.changes,
    markedAgain: standing !== null && pending.length > 0,
    marks: Object.fromEntries(
      items.flatMap(({ position, counting }) => (counting ? [[position, counting] as const] : [])),
    ),
    questions: items
      .filter((item) => !running.has(item))
      .map((item) => reviewQuestion({ ...item, pending: totals.pending.includes(item.position) })),
    withheld: items.filter((item) => running.has(item)).length,
    again: await standingIn(actor, attempt.assessmentId),
  };
}

/** By the record where what is known now comes to something else. */
function pointsOf(
  standing: { score: number },
  judged: { score: number; points: number; max: number },
): number {
  return standing.score === judged.score ? judged.points : pointsFor(standing.score, judged.max);
}

interface History extends Pick<AttemptResult, "knownAt" | "changes"> {
  readonly standing: { readonly score: number; readonly passed: boolean } | null;
}

/** When the result was first known or last changed, and what changed it since. */
async function historyOf(attemptId: string): Promise<History> {
  const results = await db.attemptResult.findMany({
    where: { attemptId },
    orderBy: { number: "desc" },
    select: { id: true, cause: true, recordedAt: true, score: true, passed: true },
  });
  const [latest] = results;
  const knownAt = latest?.recordedAt ?? null;
  const standing = latest ? { score: latest.score, passed: latest.passed } : null;
  if (results.length < 2) return { knownAt, standing, changes: [] };
  const records = await db.evidenceRecord.findMany({
    where: { id: { in: results.map(({ id }) => id) } },
    select: { id: true, reason: true },
  });
  const reasons = new Map(records.map(({ id, reason }) => [id, reason]));
  return {
    knownAt,
    standing,
    changes: results.map(({ id, ...result }) => ({ ...result, reason: reasons.get(id) ?? null })),
  };
}
