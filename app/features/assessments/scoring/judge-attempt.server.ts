/** What an attempt comes to by everything that is known: the paper, the answers, people's marks, and what became of its questions. */
import { sha256 } from "~/platform/ids.server";
import type { Blueprint } from "../blueprints/blueprint";
import { revisionsOf, type Revision } from "../blueprints/blueprints.server";
import { agreedShare, countingMarks, shareOfRubric, type CountingMark } from "../marking/marking-rules";
import { isMarkedByHand, type Answer, type QuestionKey } from "../questions/question";
import { questionVersions, type QuestionVersion } from "../questions/question-versions.server";
import { shownDeadline } from "../sitting/attempt-rules";
import {
  readAttempts,
  readJudgements,
  unjudged,
  type AttemptRow,
  type Judgements,
  type Reader,
} from "./read-attempts.server";
import { scoreAttempt, type Score, type Treatment } from "./score-attempt";
import type { TestDocument } from "./test-document";

export type { AttemptRow };

export interface Judged {
  readonly attempt: AttemptRow;
  readonly blueprint: Blueprint;
  /** Of the assessment's revision. */
  readonly revisionNumber: number;
  readonly items: readonly JudgedItem[];
  readonly score: Score;
}

export interface JudgedItem extends QuestionVersion {
  readonly position: number;
  readonly section: number;
  readonly served: readonly string[];
  readonly answer: Answer | null;
  readonly answeredAt: Date | null;
  readonly worth: number;
  readonly mark?: number;
  /** What people gave of each criterion and wrote beside it, as far as it counts. */
  readonly counting: CountingMark | null;
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
  const [judged] = await judgeAttempts(tx, [attemptId], supposed);
  if (!judged) throw new Error(`Attempt ${attemptId} is missing.`);
  return judged;
}

/**
 * The same for many, in as few queries as for one: up to 500, so that no query has more parameters than a database takes. In
 * the order of the ids; what is not there is left out.
 */
export async function judgeAttempts(
  tx: Reader,
  attemptIds: readonly string[],
  supposed: ReadonlyMap<string, Treatment> = none,
): Promise<Judged[]> {
  const attempts = new Map((await readAttempts(tx, attemptIds)).map((attempt) => [attempt.id, attempt]));
  return judgeRows(
    tx,
    attemptIds.flatMap((id) => attempts.get(id) ?? []),
    supposed,
  );
}

/** The same for attempts that have been read. */
export async function judgeRows(
  tx: Reader,
  attempts: readonly AttemptRow[],
  supposed: ReadonlyMap<string, Treatment> = none,
): Promise<Judged[]> {
  const revisions = await revisionsOf(
    attempts.map(({ revisionId }) => revisionId),
    tx,
  );
  const versionIds = new Set(attempts.flatMap(({ items }) => items.map((item) => item.questionVersionId)));
  const questions = await questionVersions(versionIds, tx);
  const treatments = new Map([...(await treatmentsOf(tx, [...versionIds])), ...supposed]);
  const judgements = await readJudgements(tx, attempts, questions);
  return attempts.map((attempt) => {
    const revision = revisions.get(attempt.revisionId);
    if (!revision) throw new Error(`Assessment revision ${attempt.revisionId} is missing.`);
    return judge(attempt, revision, questions, treatments, judgements.get(attempt.id) ?? unjudged);
  });
}

function judge(
  attempt: AttemptRow,
  { blueprint, number: revisionNumber }: Revision,
  questions: ReadonlyMap<string, QuestionVersion>,
  treatments: ReadonlyMap<string, Treatment>,
  { markings, secondAsked, appealed }: Judgements,
): Judged {
  const markers = blueprint.secondMarking || secondAsked ? 2 : 1;
  const items = attempt.items.map(({ questionVersionId, served, answer, ...item }) => {
    const question = questions.get(questionVersionId)!;
    const { body } = question;
    const treatment: Treatment | undefined = appealed.has(item.position)
      ? { kind: "full-credit" }
      : treatments.get(questionVersionId);
    const marks = isMarkedByHand(body.kind) ? markings.flatMap((each) => each[item.position] ?? []) : [];
    const shares = marks.map((mark) => shareOfRubric(body.criteria, mark));
    const mark = agreedShare(shares, markers);
    return {
      ...item,
      ...question,
      served: JSON.parse(served) as string[],
      answer: answer === null ? null : (JSON.parse(answer) as Answer),
      worth: body.points ?? 1,
      counting: countingMarks(body.criteria, marks, markers),
      ...(mark === null ? {} : { mark }),
      ...(treatment === undefined ? {} : { treatment }),
    };
  });
  const score = scoreItems(blueprint, items);
  const points = new Map(score.items.map((item) => [item.position, item.points]));
  return {
    attempt,
    blueprint,
    revisionNumber,
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
export function documentOf({ attempt, blueprint, revisionNumber, items, score }: Judged): TestDocument {
  const { id, number, revisionId, startedAt, deadlineAt, submittedAt } = attempt;
  const sectionPassMarks = passMarksOf(blueprint).sectionPassMarks;
  return {
    attemptId: id,
    attemptNumber: number,
    assessment: blueprint.slug,
    title: blueprint.title,
    revision: revisionId,
    revisionNumber,
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

/** As a record names it: a new key by its hash. */
export function pinned(treatment: Treatment) {
  if (treatment.kind !== "new-key") return treatment;
  return { kind: treatment.kind, keyHash: sha256(JSON.stringify(treatment.key)) };
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
