/** Banks and tests of the studio for tests, made by the commands that the studio itself uses. */
import type { AssessmentSource } from "~/features/assessments/blueprints/assessment-source";
import { createTest } from "~/features/assessments/authoring/create-test.server";
import { publishTest } from "~/features/assessments/authoring/save-test.server";
import { createBank } from "~/features/assessments/banks/create-bank.server";
import { saveQuestion } from "~/features/assessments/banks/save-question.server";
import { questionSource, type QuestionSource } from "~/features/assessments/questions/question-source";
import type { Actor } from "~/features/people/actor";

export function trueOrFalse(id: string, more: Record<string, unknown> = {}): QuestionSource {
  return questionSource.parse({
    id,
    kind: "true-false",
    topic: "order-desk",
    prompt: `Is ${id} so?`,
    answer: true,
    ...more,
  });
}

/** A bank of the actor's with these questions; its slug. */
export async function givenBank(
  actor: Actor,
  questions: readonly QuestionSource[] = [trueOrFalse("one"), trueOrFalse("two"), trueOrFalse("three")],
  title = "Order desk",
): Promise<string> {
  const bank = await createBank(actor, { title });
  for (const source of questions) await saveQuestion(actor, { bank, number: null, source });
  return bank;
}

export function testSource(bank: string, more: Partial<AssessmentSource> = {}): AssessmentSource {
  return {
    title: "A test of the studio",
    summary: "For tests.",
    passMark: 0.5,
    minutes: 30,
    attempts: { max: 5, waitHours: 0, renewDays: 30 },
    language: "en",
    audience: { jobRoles: [], regions: [] },
    sections: [{ title: "All of it", banks: [bank], clauses: [], topics: [], draw: 2 }],
    ...more,
  };
}

/** A published test that draws from the bank; its slug. */
export async function givenStudioTest(
  actor: Actor,
  bank: string,
  more: Partial<AssessmentSource> = {},
): Promise<string> {
  const source = testSource(bank, more);
  const slug = await createTest(actor, { title: source.title, summary: source.summary }, () =>
    Promise.resolve(new Set()),
  );
  await publishTest(actor, { slug, version: 1, source });
  return slug;
}
