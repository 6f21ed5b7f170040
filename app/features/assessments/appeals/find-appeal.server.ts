/** One appeal with all that is needed to decide it, but for who filed it. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { candidateCode } from "../marking/candidate-code";
import { requireNotAnswering } from "../questions/answering-now.server";
import { rubricOf } from "../marking/markable";
import type { Marks, QuestionMark } from "../marking/marking-rules";
import { requireOffice } from "../office/office-policy.server";
import { reviewQuestion } from "../questions/review-question";
import { judgeAttempt, type JudgedItem } from "../scoring/judge-attempt.server";
import type { ReviewedQuestion } from "../sitting/attempt-view";
import { decidableBy } from "./appeal-policy.server";
import { isOverdue, type Remedy } from "./appeal-rules";
import { remediesFor } from "./remedies";

export interface AppealedQuestion {
  readonly reviewed: ReviewedQuestion;
  /** In their order, without who gave them. */
  readonly marks: readonly QuestionMark[];
  readonly criteria: readonly {
    readonly id: string;
    readonly html: string;
    readonly levels: readonly { readonly points: number; readonly html: string }[];
  }[];
}

export interface AppealPage {
  readonly id: string;
  readonly attemptId: string;
  readonly code: string;
  readonly title: string;
  readonly language: string;
  readonly position: number | null;
  readonly grounds: string;
  readonly filedAt: Date;
  readonly decideBy: Date;
  readonly overdue: boolean;
  readonly state: string;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
  readonly remedy: string | null;
  readonly passMark: number;
  readonly result: { readonly score: number; readonly passed: boolean } | null;
  /** The question that it is about, or all of the test. */
  readonly questions: readonly AppealedQuestion[];
  readonly remedies: readonly Remedy[];
}

/** @throws NotFound when it is not for the actor to decide; Conflict while the actor sits a test with its questions */
export async function findAppeal(actor: Actor, appealId: string): Promise<AppealPage> {
  requireOffice(actor);
  const [open] = await db.$queryRaw<{ id: string }[]>(sql`
    SELECT p."id" FROM "Appeal" p WHERE p."id" = ${appealId} AND ${decidableBy(actor)}`);
  if (!open) throw new NotFound("appeal");
  const { attempt, ...appeal } = await db.appeal.findUniqueOrThrow({
    where: { id: appealId },
    select: {
      id: true,
      attemptId: true,
      position: true,
      grounds: true,
      filedAt: true,
      decideBy: true,
      state: true,
      decidedAt: true,
      decision: true,
      remedy: true,
      attempt: {
        select: {
          results: { orderBy: { number: "desc" }, take: 1, select: { score: true, passed: true } },
          markings: { orderBy: { number: "asc" }, select: { marks: true } },
          requests: { select: { id: true } },
        },
      },
    },
  });
  const judged = await judgeAttempt(db, appeal.attemptId);
  const about = judged.items.filter(
    ({ position }) => appeal.position === null || position === appeal.position,
  );
  await requireNotAnswering(actor.personId, about);
  const code = candidateCode(appeal.attemptId);
  const markings = attempt.markings.map(({ marks }) => JSON.parse(marks) as Marks);
  const pending = new Set(judged.score.pending);
  return {
    ...appeal,
    code,
    overdue: isOverdue(appeal, now()),
    title: judged.blueprint.title,
    language: judged.blueprint.language,
    passMark: judged.blueprint.passMark,
    result: attempt.results[0] ?? null,
    questions: about.map((item) => ({
      reviewed: reviewQuestion({ ...nameless(item, code), pending: pending.has(item.position) }),
      marks: markings.flatMap((marks) => marks[item.position] ?? []),
      criteria: criteriaOf(item),
    })),
    remedies: remediesFor(judged, {
      position: appeal.position,
      markings: markings.length,
      requested: attempt.requests.length > 0,
    }),
  };
}

/** People write their own name into that of a file. */
function nameless(item: JudgedItem, code: string): JudgedItem {
  const { answer } = item;
  if (!answer || !("file" in answer)) return item;
  const ending = /\.\w+$/.exec(answer.file.name)?.[0] ?? "";
  return {
    ...item,
    answer: { file: { ...answer.file, name: `${code}-question-${item.position}${ending}` } },
  };
}

function criteriaOf(item: JudgedItem): AppealedQuestion["criteria"] {
  return (rubricOf(item)?.rubric ?? []).map(({ id, levels }) => ({
    id,
    html: item.body.criteria?.find((criterion) => criterion.id === id)?.html ?? "",
    levels,
  }));
}
