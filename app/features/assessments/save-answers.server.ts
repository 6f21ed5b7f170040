import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { answerIn, askedPositions, canBeCleared, hadAnswer, isUnchanged } from "./answer-form";
import type { SavedAnswers } from "./attempt-view";
import { readAnswer } from "./read-answer";
import { servedPaper } from "./recent-papers.server";
import { saveAnswer } from "./save-answer.server";

/**
 * Saves what a form holds, each answer on its own, so that one that cannot be used does not lose the others.
 * @throws NotFound for someone else's attempt
 */
export async function saveAnswers(
  actor: Actor,
  input: { attemptId: string; form: FormData },
): Promise<SavedAnswers> {
  const { attemptId, form } = input;
  const paper = await servedPaper(attemptId);
  if (!paper || paper.personId !== actor.personId) throw new NotFound("attempt");
  const until = paper.deadlineAt.getTime();
  const saved: Record<number, boolean> = {};
  const problems: Record<number, string> = {};
  for (const position of askedPositions(form)) {
    const served = paper.items.get(position);
    if (!served) throw new NotFound("question");
    try {
      const answer = readAnswer(served, answerIn(form, position, served));
      /* An older page in another tab must not take back what was answered since. */
      if (answer === null && !(canBeCleared(served.kind) && hadAnswer(form, position))) continue;
      /* Nor put back what it had itself been shown. */
      if (answer !== null && isUnchanged(form, position, answer)) continue;
      await saveAnswer(actor, { attemptId, position, answer });
      saved[position] = answer !== null;
    } catch (error) {
      if (error instanceof Invalid) problems[position] = error.message;
      else if (error instanceof Conflict)
        return { saved, problems, ended: error.reason, millisecondsLeft: until - now().getTime() };
      else throw error;
    }
  }
  return { saved, problems, ended: null, millisecondsLeft: until - now().getTime() };
}
