/** Invariant: answer keys never reach a browser before the attempt that uses them is submitted. */
import { expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAssessment, rightAnswers } from "../../../../tests/setup/given-assessment";
import { findAssessment, listAssessments } from "./assessment-queries.server";
import { findResult, findSitting } from "./attempt-queries.server";
import { saveAnswer } from "./save-answer.server";
import { startAttempt } from "./start-attempt.server";
import { submitAttempt } from "./submit-attempt.server";

const KEY_FIELDS = [
  "key",
  "correct",
  "why",
  "explanation",
  "right",
  "rightOrder",
  "tolerance",
  "value",
  "points",
];

function fieldsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) fieldsOf(each, found);
  else if (value !== null && typeof value === "object" && !(value instanceof Date))
    for (const [name, each] of Object.entries(value)) {
      found.add(name);
      fieldsOf(each, found);
    }
  return found;
}

it("does not tell the key of a question that is being answered again, until that test is submitted", async () => {
  const [actor, slug] = [await givenPerson(), await givenAssessment({ slug: "twice" })];
  const { attemptId: first } = await startAttempt(actor, { assessmentSlug: slug });
  await submitAttempt(actor, { attemptId: first });
  const told = async () => (await findResult(actor, first))!;
  const all = (await told()).questions.length;
  expect(await told()).toMatchObject({ withheld: 0 });

  await at(new Date(now().getTime() + 25 * 3_600_000), async () => {
    const { attemptId: second } = await startAttempt(actor, { assessmentSlug: slug });
    const during = await told();
    expect(during.withheld).toBeGreaterThan(0);
    expect(during.questions.length + during.withheld).toBe(all);
    const running = await db.attemptItem.findMany({
      where: { attemptId: second },
      select: { question: { select: { body: true } } },
    });
    for (const { question } of running) {
      const { prompt } = JSON.parse(question.body) as { prompt: string };
      expect(during.questions.map((each) => each.prompt)).not.toContain(prompt);
    }
    await submitAttempt(actor, { attemptId: second });
    expect(await told()).toMatchObject({ withheld: 0 });
  });
});

it("gives no key field and no key text in anything that is read before submission, and all of it after", async () => {
  const [actor, slug] = [await givenPerson(), await givenAssessment({ slug: "secret" })];
  const { attemptId } = await startAttempt(actor, { assessmentSlug: slug });
  const [first] = await rightAnswers(attemptId);

  const responses: unknown[] = [
    await listAssessments(actor),
    await findAssessment(actor, slug),
    await startAttempt(actor, { assessmentSlug: slug }),
    await saveAnswer(actor, { attemptId, ...first! }),
    await findSitting(actor, { attemptId, place: 0 }),
    await findSitting(actor, { attemptId, place: 1 }),
    await findSitting(actor, { attemptId, place: null }),
    await findResult(actor, attemptId),
    await saveAnswer(actor, { attemptId, position: 1, answer: { chosen: ["unknown"] } }).catch(
      (error: unknown) => ({ ...(error as object) }),
    ),
  ];
  for (const response of responses) {
    expect(JSON.stringify(response)).not.toMatch(/secret (reason|explanation)|because it is right/i);
    expect([...fieldsOf(response)].filter((field) => KEY_FIELDS.includes(field))).toEqual([]);
  }

  await submitAttempt(actor, { attemptId });
  const result = JSON.stringify(await findResult(actor, attemptId));
  expect(result).toMatch(/Secret reason/);
  expect(result).toMatch(/Secret explanation of ordering/);
  expect(await db.attempt.count({ where: { id: attemptId, status: "submitted" } })).toBe(1);
});
