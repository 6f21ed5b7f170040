/** Sittings for tests of regrading: a test of five questions, and what people answered. */
import { applyRegrade } from "~/features/assessments/regrading/apply-regrade.server";
import { saveAnswer } from "~/features/assessments/sitting/save-answer.server";
import { startAttempt } from "~/features/assessments/sitting/start-attempt.server";
import { submitAttempt } from "~/features/assessments/sitting/submit-attempt.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "./builders";
import { rightAnswers } from "./given-assessment";

/** Answers all but these questions rightly, and leaves the attempt open. */
export async function givenOpenSitting(
  slug: string,
  unanswered: readonly string[] = [],
  person?: Actor,
): Promise<{ actor: Actor; attemptId: string }> {
  const actor = person ?? (await givenPerson());
  const { attemptId } = await startAttempt(actor, { assessmentSlug: slug });
  const items = await db.attemptItem.findMany({
    where: { attemptId },
    select: { position: true, question: { select: { questionId: true } } },
  });
  const names = new Map(items.map(({ position, question }) => [position, question.questionId]));
  for (const { position, answer } of await rightAnswers(attemptId))
    if (!unanswered.includes(names.get(position)!)) await saveAnswer(actor, { attemptId, position, answer });
  return { actor, attemptId };
}

export async function givenSitting(
  slug: string,
  unanswered: readonly string[] = [],
  person?: Actor,
): Promise<{ actor: Actor; attemptId: string }> {
  const sitting = await givenOpenSitting(slug, unanswered, person);
  await submitAttempt(sitting.actor, sitting);
  return sitting;
}

export async function versionOf(bankId: string, questionId: string): Promise<string> {
  const { id } = await db.questionVersion.findFirstOrThrow({
    where: { bankId, questionId },
    select: { id: true },
  });
  return id;
}

/** As the background does it, page after page, the second look at once. */
export async function workThrough(regradeId: string): Promise<void> {
  await applyRegrade({ regradeId, after: "" });
  await applyRegrade({ regradeId, after: "", again: true });
}

export function resultsOf(attemptId: string) {
  return db.attemptResult.findMany({
    where: { attemptId },
    orderBy: { number: "asc" },
    select: { number: true, cause: true, score: true, passed: true },
  });
}
