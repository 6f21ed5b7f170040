import type { Actor } from "~/features/people/actor";
import type { Answer, QuestionKey } from "~/features/assessments/questions/question";
import { ASKED, fieldName } from "~/features/assessments/sitting/answer-form";
import { saveAnswers } from "~/features/assessments/sitting/save-answers.server";
import { saveAnswer } from "~/features/assessments/sitting/save-answer.server";
import { startAttempt } from "~/features/assessments/sitting/start-attempt.server";
import { submitAttempt } from "~/features/assessments/sitting/submit-attempt.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { daysAfter } from "./era";
import type { Random } from "./random";

interface Sitting {
  assessmentSlug: string;
  startedAt: Date;
  outcome: "passed" | "failed" | "left open";
}

/** Earns the least that the rubric gives. */
export const WEAK_ANSWER = "I would wait until somebody asks again.";

/** Sits a test as a person would, a minute or so a question, with as many wrong answers as the outcome needs. */
export async function sitTest(
  actor: Actor,
  { assessmentSlug, startedAt, outcome }: Sitting,
  random: Random,
): Promise<void> {
  const { attemptId } = await at(startedAt, () => startAttempt(actor, { assessmentSlug, declared: true }));
  const items = await db.attemptItem.findMany({
    where: { attemptId },
    orderBy: { position: "asc" },
    select: { position: true, served: true, question: { select: { key: true } } },
  });
  const share = outcome === "failed" ? random.between(35, 50) / 100 : random.between(0, 14) / 100;
  const shuffled = random.shuffled(items);
  /* Whoever fails has written little as well, and nobody passes who has. */
  const isWritten = ({ question }: (typeof items)[number]) => question.key.includes('"rubric"');
  const [written, others] = [shuffled.filter(isWritten), shuffled.filter((item) => !isWritten(item))];
  const inOrder = outcome === "failed" ? [...written, ...others] : [...others, ...written];
  const wrong = new Set(inOrder.slice(0, Math.floor(items.length * share)));
  const given = outcome === "left open" ? items.slice(0, Math.ceil(items.length / 3)) : items;
  for (const [index, item] of given.entries()) {
    const key = JSON.parse(item.question.key) as QuestionKey;
    const served = JSON.parse(item.served) as string[];
    const answer = wrong.has(item) ? wrongAnswer(key, served) : rightAnswer(key);
    const { position } = item;
    await at(daysAfter(startedAt, 0, 0.4 + index * 0.6), () =>
      key.kind === "file-response"
        ? handIn(actor, attemptId, position)
        : saveAnswer(actor, { attemptId, position, answer }),
    );
  }
  if (outcome === "left open") return;
  await at(daysAfter(startedAt, 0, items.length * 0.6 + 1), () => submitAttempt(actor, { attemptId }));
}

async function handIn(actor: Actor, attemptId: string, position: number): Promise<void> {
  const text = [
    "Order acknowledgement",
    "Quotation Q-2291, revision C, Tarn Valley Water",
    "4 Meridian 200, 4 Essential plans, USD 41,160 in all",
    "Delivery in week 23 to Reservoir Road 1; 30 days from invoice",
  ].join("\n");
  const form = new FormData();
  form.append(ASKED, String(position));
  form.append(fieldName(position), new File([text], "acknowledgement.txt", { type: "text/plain" }));
  await saveAnswers(actor, { attemptId, form });
}

function rightAnswer(key: QuestionKey): Answer {
  switch (key.kind) {
    case "numeric":
      return { number: String(key.value), ...unitOf(key) };
    case "ordering":
      return { order: key.order };
    case "matching":
    case "gaps":
      return { pairs: key.pairs };
    case "short-text":
      return { text: key.accepted[0]!.text.replaceAll("*", "") };
    case "free-response":
    case "file-response":
      return {
        text: "I would speak with the people concerned first, agree in writing who does what by when, and look again on that day.",
      };
    default:
      return { chosen: key.correct.slice(0, key.kind === "hotspot" ? 1 : undefined) };
  }
}

function wrongAnswer(key: QuestionKey, served: readonly string[]): Answer {
  switch (key.kind) {
    case "numeric":
      return { number: String(key.value * 2 + 1 + key.tolerance), ...unitOf(key) };
    case "ordering":
      return { order: [...key.order].reverse() };
    case "matching":
    case "gaps":
      return { pairs: Object.fromEntries(Object.entries(key.pairs).slice(1)) };
    case "short-text":
      return { text: "I do not know" };
    case "free-response":
    case "file-response":
      return { text: WEAK_ANSWER };
    default:
      return { chosen: served.filter((id) => !key.correct.includes(id)).slice(0, 1) };
  }
}

function unitOf({ units }: { units?: Readonly<Record<string, number>> }): { unit?: string } {
  const base = Object.entries(units ?? {}).find(([, factor]) => factor === 1)?.[0];
  return base === undefined ? {} : { unit: base };
}
