/** What an attempt comes to by everything that is known: the paper, the answers, people's marks, and what became of its questions. */
import type { db, Tx } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import type { Blueprint } from "../blueprints/blueprint";
import { blueprintOf } from "../blueprints/blueprints.server";
import { agreedShare, shareOfRubric, type Marks } from "../marking/marking-rules";
import { isMarkedByHand, type Answer, type QuestionBody, type QuestionKey } from "../questions/question";
import { shownDeadline } from "../sitting/attempt-rules";
import { scoreAttempt, type Score, type Treatment } from "./score-attempt";
import type { TestDocument } from "./test-document";

export interface Judged {
  readonly attempt: AttemptRow;
  readonly blueprint: Blueprint;
  readonly items: readonly JudgedItem[];
  readonly score: Score;
}

/** A transaction where something is written by what is read. */
type Reader = typeof db | Tx;

export type AttemptRow = Awaited<ReturnType<typeof readAttempt>>;

export interface JudgedItem {
  readonly position: number;
  readonly section: number;
  readonly clause: string | null;
  readonly versionId: string;
  readonly questionId: string;
  readonly served: readonly string[];
  readonly answer: Answer | null;
  readonly answeredAt: Date | null;
  readonly body: QuestionBody;
  readonly key: QuestionKey;
  readonly bodyHash: string;
  readonly keyHash: string;
  readonly worth: number;
  readonly mark?: number;
  readonly treatment?: Treatment;
  readonly points: number;
}

const none: ReadonlyMap<string, Treatment> = new Map();

/** @param supposed treatments, by question version, that are not in force: what if they were? */
export async function judgeAttempt(
  tx: Reader,
  attemptId: string,
  supposed: ReadonlyMap<string, Treatment> = none,
): Promise<Judged> {
  const attempt = await readAttempt(tx, attemptId);
  const blueprint = await blueprintOf(attempt.revisionId, tx);
  const regraded = await treatmentsOf(
    tx,
    attempt.items.map((item) => item.question.id),
  );
  const judgements = await readJudgements(tx, attempt);
  const appealed = new Set(judgements.appeals.flatMap(({ position }) => position ?? []));
  const markers = blueprint.secondMarking || judgements.requests.length > 0 ? 2 : 1;
  const markings = judgements.markings.map(({ marks }) => JSON.parse(marks) as Marks);

  const items = attempt.items.map(({ question, served, answer, ...item }) => {
    const body = JSON.parse(question.body) as QuestionBody;
    const treatment: Treatment | undefined = appealed.has(item.position)
      ? { kind: "full-credit" }
      : (supposed.get(question.id) ?? regraded.get(question.id));
    const mark = isMarkedByHand(body.kind) ? markOf(item.position, body, markings, markers) : null;
    return {
      ...item,
      clause: question.clause,
      versionId: question.id,
      questionId: question.questionId,
      served: JSON.parse(served) as string[],
      answer: answer === null ? null : (JSON.parse(answer) as Answer),
      body,
      key: JSON.parse(question.key) as QuestionKey,
      bodyHash: sha256(question.body),
      keyHash: sha256(question.key),
      worth: body.points ?? 1,
      ...(mark === null ? {} : { mark }),
      ...(treatment === undefined ? {} : { treatment }),
    };
  });
  const score = scoreItems(blueprint, items);
  const points = new Map(score.items.map((item) => [item.position, item.points]));
  return {
    attempt,
    blueprint,
    items: items.map((item) => ({ ...item, points: points.get(item.position) ?? 0 })),
    score,
  };
}

export function scoreItems(blueprint: Blueprint, items: readonly Omit<JudgedItem, "points">[]): Score {
  return scoreAttempt(
    {
      ...passMarksOf(blueprint),
      sections: blueprint.sections.map((section) => section.title),
      items,
    },
    new Map(items.map((item) => [item.position, item.answer])),
    {
      marks: new Map(
        items.flatMap(({ position, mark }) => (mark === undefined ? [] : [[position, mark] as const])),
      ),
      treatments: new Map(
        items.flatMap(({ position, treatment }) =>
          treatment === undefined ? [] : [[position, treatment] as const],
        ),
      ),
    },
  );
}

export function passMarksOf({ passMark, clausePassMark, sections }: Blueprint) {
  return {
    passMark,
    clausePassMark: clausePassMark ?? null,
    sectionPassMarks: sections.map((section) => section.passMark ?? null),
  };
}

/** The document of a record of this. */
export function documentOf({ attempt, blueprint, items, score }: Judged): TestDocument {
  const { id, number, revisionId, revision, startedAt, deadlineAt, submittedAt } = attempt;
  const sectionPassMarks = passMarksOf(blueprint).sectionPassMarks;
  return {
    attemptId: id,
    attemptNumber: number,
    assessment: blueprint.slug,
    title: blueprint.title,
    revision: revisionId,
    revisionNumber: revision.number,
    scoring: score.rules,
    passMark: blueprint.passMark,
    ...(sectionPassMarks.some((mark) => mark !== null) ? { sectionPassMarks } : {}),
    ...(blueprint.clausePassMark === undefined ? {} : { clausePassMark: blueprint.clausePassMark }),
    minutes: blueprint.minutes,
    ...(attempt.extraMinutes > 0 ? { extraMinutes: attempt.extraMinutes } : {}),
    ...(attempt.graceSeconds > 0 ? { graceSeconds: attempt.graceSeconds } : {}),
    ...(attempt.declaredAt ? { declaredAt: attempt.declaredAt.toISOString() } : {}),
    ...(attempt.invigilatorId ? { invigilator: attempt.invigilatorId } : {}),
    startedAt: startedAt.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    submittedAt: submittedAt!.toISOString(),
    timeUp: submittedAt! >= shownDeadline(attempt),
    sections: blueprint.sections.map((section) => section.title),
    items: items.map((item) => ({
      position: item.position,
      section: item.section,
      question: item.versionId,
      questionId: item.questionId,
      clause: item.clause,
      bodyHash: item.bodyHash,
      keyHash: item.keyHash,
      served: item.served,
      answer: item.answer,
      answeredAt: item.answeredAt?.toISOString() ?? null,
      points: item.points,
      ...(item.worth === 1 ? {} : { worth: item.worth }),
      ...(item.mark === undefined ? {} : { mark: item.mark }),
      ...(item.treatment === undefined ? {} : { treatment: pinned(item.treatment) }),
    })),
    ...(score.pending.length > 0 ? { pending: [...score.pending] } : {}),
    points: score.points,
    max: score.max,
    score: score.score,
    passed: score.passed,
  };
}

function pinned(treatment: Treatment) {
  if (treatment.kind !== "new-key") return treatment;
  return { kind: treatment.kind, keyHash: sha256(JSON.stringify(treatment.key)) };
}

function markOf(position: number, body: QuestionBody, markings: readonly Marks[], markers: 1 | 2) {
  const shares = markings.flatMap((marks) => {
    const mark = marks[position];
    return mark ? [shareOfRubric(body.criteria, mark)] : [];
  });
  return agreedShare(shares, markers);
}

/** The latest for each question version. */
export async function treatmentsOf(
  tx: Reader,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, Treatment>> {
  const rows = await tx.regrade.findMany({
    where: { questionVersionId: { in: [...versionIds] } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: { questionVersionId: true, treatment: true, key: true },
  });
  return new Map(rows.map((row) => [row.questionVersionId, treatmentFrom(row)]));
}

export function treatmentFrom({ treatment, key }: { treatment: string; key: string | null }): Treatment {
  if (treatment === "new-key") return { kind: "new-key", key: JSON.parse(key!) as QuestionKey };
  return { kind: treatment as "full-credit" | "drop" };
}

function readAttempt(tx: Reader, attemptId: string) {
  return tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      id: true,
      personId: true,
      assessmentId: true,
      revisionId: true,
      number: true,
      status: true,
      startedAt: true,
      deadlineAt: true,
      graceSeconds: true,
      extraMinutes: true,
      invigilatorId: true,
      declaredAt: true,
      submittedAt: true,
      revision: { select: { number: true } },
      items: {
        orderBy: { position: "asc" },
        select: {
          position: true,
          section: true,
          served: true,
          answer: true,
          answeredAt: true,
          question: { select: { id: true, questionId: true, clause: true, body: true, key: true } },
        },
      },
    },
  });
}

/** What people have judged since it was submitted; an open attempt has none of it. */
async function readJudgements(tx: Reader, { id, status }: { id: string; status: string }) {
  if (status === "open") return { markings: [], requests: [], appeals: [] };
  return tx.attempt.findUniqueOrThrow({
    where: { id },
    select: {
      markings: { orderBy: { number: "asc" }, select: { marks: true } },
      requests: { select: { id: true } },
      appeals: {
        where: { state: "upheld", remedy: "full-credit", position: { not: null } },
        select: { position: true },
      },
    },
  });
}
