/** The page of one marking: what is to be marked, and by what. Nobody's name is read. */
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { requireOffice } from "../office/office-policy.server";
import type { ResponseFile } from "../questions/question";
import { judgeAttempt, type JudgedItem } from "../scoring/judge-attempt.server";
import { requireNotAnswering } from "../questions/answering-now.server";
import { candidateCode } from "./candidate-code";
import { awaitingMarks, rubricOf } from "./markable";
import type { Marks, QuestionMark } from "./marking-rules";
import { secondMarkingNeeds } from "./request-second-marking.server";
import type { QueuePlace } from "./queue-place";

export interface QuestionToMark {
  readonly position: number;
  readonly section: string;
  readonly worth: number;
  readonly scenario: string | null;
  readonly prompt: string;
  readonly text: string | null;
  readonly file: Pick<ResponseFile, "mediaType" | "bytes"> | null;
  /** The most words that are asked for. */
  readonly words: number | null;
  readonly criteria: readonly {
    readonly id: string;
    readonly html: string;
    readonly levels: readonly { readonly points: number; readonly html: string }[];
  }[];
  readonly explanation: string;
  /** For who decides: what the first two gave, in their order. */
  readonly earlier: readonly QuestionMark[];
}

export interface MarkingPage {
  readonly attemptId: string;
  readonly code: string;
  readonly title: string;
  readonly language: string;
  /** Which marking the actor is asked for. */
  readonly number: number;
  readonly submittedAt: Date;
  readonly questions: readonly QuestionToMark[];
  /** Somebody else can be asked to mark it too. */
  readonly maySecond: boolean;
}

/**
 * @throws NotFound when nothing waits for the actor's marks in it, or it is their own; Conflict while the actor sits a
 * test with the same questions, so that no key is shown during it
 */
export async function findMarking(actor: Actor, attemptId: string): Promise<MarkingPage> {
  requireOffice(actor);
  const attempt = await db.attempt.findFirst({
    where: {
      id: attemptId,
      status: "submitted",
      personId: { not: actor.personId },
      markings: { none: { markerId: actor.personId } },
    },
    select: {
      markings: { orderBy: { number: "asc" }, select: { marks: true } },
      requests: { select: { id: true } },
      appeals: { where: { decidedById: actor.personId }, select: { id: true } },
    },
  });
  if (!attempt || (attempt.appeals.length > 0 && attempt.markings.length < 2)) throw new NotFound("marking");
  const judged = await judgeAttempt(db, attemptId);
  const waiting = awaitingMarks(judged);
  if (waiting.length === 0) throw new NotFound("marking");
  await requireNotAnswering(actor.personId, waiting);
  const { blueprint } = judged;
  const number = attempt.markings.length + 1;
  /* Who marks second must not be led by the first: their marks do not even reach the page. */
  const earlier = number > 2 ? attempt.markings.map(({ marks }) => JSON.parse(marks) as Marks) : [];
  return {
    attemptId,
    code: candidateCode(attemptId),
    title: blueprint.title,
    language: blueprint.language,
    number,
    submittedAt: judged.attempt.submittedAt!,
    questions: waiting.map((item) => questionToMark(item, blueprint.sections[item.section]!.title, earlier)),
    maySecond: attempt.requests.length === 0 && secondMarkingNeeds(judged, number) === null,
  };
}

/** Where in the queue an attempt is. @throws NotFound */
export async function placeOf(actor: Actor, attemptId: string): Promise<QueuePlace> {
  requireOffice(actor);
  const attempt = await db.attempt.findUnique({
    where: { id: attemptId },
    select: { id: true, submittedAt: true },
  });
  if (!attempt?.submittedAt) throw new NotFound("marking");
  return { id: attempt.id, at: attempt.submittedAt };
}

function questionToMark(item: JudgedItem, section: string, earlier: readonly Marks[]): QuestionToMark {
  const { position, worth, body, answer } = item;
  const rubric = rubricOf(item);
  return {
    position,
    section,
    worth,
    scenario: body.scenario?.html ?? null,
    prompt: body.prompt,
    text: answer && "text" in answer ? answer.text : null,
    /* Its name stays behind: people write their own into it. */
    file: answer && "file" in answer ? { mediaType: answer.file.mediaType, bytes: answer.file.bytes } : null,
    words: body.words ?? null,
    criteria: (rubric?.rubric ?? []).map(({ id, levels }) => ({
      id,
      html: body.criteria?.find((criterion) => criterion.id === id)?.html ?? "",
      levels,
    })),
    explanation: rubric?.explanation ?? "",
    earlier: earlier.flatMap((marks) => marks[position] ?? []),
  };
}
