import type { Actor } from "~/features/people/actor";
import type { Answer, QuestionKey } from "~/features/assessments/question";
import { saveAnswer } from "~/features/assessments/save-answer.server";
import { startAttempt } from "~/features/assessments/start-attempt.server";
import { submitAttempt } from "~/features/assessments/submit-attempt.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { daysAfter } from "./era";
import type { Random } from "./random";

interface Sitting {
  assessmentSlug: string;
  startedAt: Date;
  outcome: "passed" | "failed" | "left open";
}

/** Sits a test as a person would, a minute or so a question, with as many wrong answers as the outcome needs. */
export async function sitTest(
  actor: Actor,
  { assessmentSlug, startedAt, outcome }: Sitting,
  random: Random,
): Promise<void> {
  const { attemptId } = await at(startedAt, () => startAttempt(actor, { assessmentSlug }));
  const items = await db.attemptItem.findMany({
    where: { attemptId },
    orderBy: { position: "asc" },
    select: { position: true, served: true, question: { select: { key: true } } },
  });
  const share = outcome === "failed" ? random.between(35, 50) / 100 : random.between(0, 14) / 100;
  const wrong = new Set(random.shuffled(items).slice(0, Math.floor(items.length * share)));
  const given = outcome === "left open" ? items.slice(0, Math.ceil(items.length / 3)) : items;
  for (const [index, item] of given.entries()) {
    const key = JSON.parse(item.question.key) as QuestionKey;
    const served = JSON.parse(item.served) as string[];
    const answer = wrong.has(item) ? wrongAnswer(key, served) : rightAnswer(key);
    await at(daysAfter(startedAt, 0, 0.4 + index * 0.6), () =>
      saveAnswer(actor, { attemptId, position: item.position, answer }),
    );
  }
  if (outcome === "left open") return;
  await at(daysAfter(startedAt, 0, items.length * 0.6 + 1), () => submitAttempt(actor, { attemptId }));
}

function rightAnswer(key: QuestionKey): Answer {
  if (key.kind === "numeric") return { number: String(key.value) };
  return key.kind === "ordering" ? { order: key.order } : { chosen: key.correct };
}

function wrongAnswer(key: QuestionKey, served: readonly string[]): Answer {
  if (key.kind === "numeric") return { number: String(key.value * 2 + 1) };
  if (key.kind === "ordering") return { order: [...key.order].reverse() };
  return { chosen: served.filter((id) => !key.correct.includes(id)).slice(0, 1) };
}
