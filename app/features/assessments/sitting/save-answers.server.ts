import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { Conflict, Invalid, NotFound, TooMany } from "~/platform/errors";
import type { Answer } from "../questions/question";
import {
  answerIn,
  askedPositions,
  canBeCleared,
  fieldName,
  flagIn,
  hadAnswer,
  isUnchanged,
  knownAnswers,
  partName,
} from "./answer-form";
import type { AnswerConflict, SavedAnswers } from "./attempt-view";
import { readAnswer } from "./read-answer";
import { servedPaper, type ServedPaper } from "./recent-papers.server";
import { writeItems, type ItemChange } from "./save-answer.server";
import { storeResponseFile } from "./store-response-file.server";

type ServedItem = ServedPaper["items"] extends ReadonlyMap<number, infer Item> ? Item : never;

/**
 * Saves what a form holds; an answer that cannot be used does not lose the others, which are saved together.
 * @throws NotFound for someone else's attempt
 */
export async function saveAnswers(
  actor: Actor,
  input: { attemptId: string; form: FormData },
): Promise<SavedAnswers> {
  const { attemptId, form } = input;
  const paper = await servedPaper(attemptId);
  if (!paper || paper.personId !== actor.personId) throw new NotFound("attempt");
  const changes: ItemChange[] = [];
  const problems: Record<number, string> = {};
  for (const position of askedPositions(form)) {
    const served = paper.items.get(position);
    if (!served) throw new NotFound("question");
    const flagged = flagIn(form, position);
    let answer: Answer | null | undefined;
    try {
      answer = await changedAnswer(actor, form, position, served);
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof TooMany)) throw error;
      problems[position] = error.message;
    }
    if (answer !== undefined || flagged !== undefined)
      changes.push({
        position,
        ...(answer === undefined ? {} : { answer, known: knownAnswers(form, position) }),
        ...(flagged === undefined ? {} : { flagged }),
      });
  }
  const at = now();
  const left = () => paper.shownUntil.getTime() - now().getTime();
  let stored: ReadonlyMap<number, Answer | null>;
  try {
    stored = await writeItems(attemptId, changes, at);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { saved: {}, conflicts: {}, problems, ended: error.reason, millisecondsLeft: left() };
  }
  const saved: Record<number, Answer | null> = {};
  const conflicts: Record<number, AnswerConflict> = {};
  for (const { position, answer } of changes) {
    if (answer === undefined) continue;
    if (stored.has(position)) conflicts[position] = { stored: stored.get(position)!, sent: answer };
    else saved[position] = answer;
  }
  return { saved, conflicts, problems, ended: null, millisecondsLeft: left() };
}

/** @returns undefined where the answer stays as it is. @throws Invalid */
async function changedAnswer(
  actor: Actor,
  form: FormData,
  position: number,
  served: ServedItem,
): Promise<Answer | null | undefined> {
  if (served.kind === "file-response") return changedFile(actor, form, position, served);
  const answer = readAnswer(served, answerIn(form, position, served));
  /* An older page in another tab must not take back what was answered since. */
  if (answer === null) return canBeCleared(served.kind) && hadAnswer(form, position) ? null : undefined;
  /* Nor put back what it had itself been shown. */
  return isUnchanged(form, position, answer) ? undefined : answer;
}

async function changedFile(actor: Actor, form: FormData, position: number, { files }: ServedItem) {
  const file = form.get(fieldName(position));
  /* Browsers send a nameless empty file where none was chosen. */
  if (file instanceof File && (file.size > 0 || file.name !== ""))
    return { file: await storeResponseFile(actor, file, files!) };
  return form.has(partName(position, "remove")) ? null : undefined;
}
