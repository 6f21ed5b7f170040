import { expect, it } from "vitest";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { fiveKinds, givenAssessment, rightAnswers } from "../../../../tests/setup/given-assessment";
import { rescore } from "./rescore.server";
import { saveAnswer } from "../sitting/save-answer.server";
import { startAttempt } from "../sitting/start-attempt.server";
import { submitAttempt } from "../sitting/submit-attempt.server";
import type { TestDocument } from "./test-document";

async function recordedTest(slug: string): Promise<TestDocument> {
  const actor = await givenPerson();
  await givenAssessment({ slug });
  const { attemptId } = await startAttempt(actor, { assessmentSlug: slug });
  for (const each of (await rightAnswers(attemptId)).slice(0, 3))
    await saveAnswer(actor, { attemptId, ...each });
  const wrong = await db.attemptItem.findFirstOrThrow({
    where: { attemptId, question: { kind: "ordering" } },
    select: { position: true, served: true },
  });
  await saveAnswer(actor, {
    attemptId,
    position: wrong.position,
    answer: { order: JSON.parse(wrong.served) as string[] },
  });
  await submitAttempt(actor, { attemptId });
  const record = await db.evidenceRecord.findFirstOrThrow({
    where: { personId: actor.personId, kind: "test-submitted" },
    select: { document: true },
  });
  return JSON.parse(record.document) as TestDocument;
}

it("gives the recorded result again, also after the bank has changed", async () => {
  const document = await recordedTest("rescored");
  await givenAssessment({
    slug: "rescored",
    questions: fiveKinds.map((each) => ({ ...each, explanation: "Other." })),
  });
  const again = await rescore(document);
  expect(again.differences).toEqual([]);
  expect(again.score).toMatchObject({ score: document.score, passed: document.passed });
  expect(again.questions.map((question) => question.options.map((option) => option.id).length)).toEqual(
    document.items.map((item) => item.served.length),
  );
});

it("says what differs when the document has been altered", async () => {
  const document = await recordedTest("altered");
  const raised = {
    ...document,
    score: 1,
    passed: true,
    items: document.items.map((item) => ({ ...item, points: 1 })),
  };
  const { differences } = await rescore(raised);
  expect(differences.join("\n")).toMatch(/The score was recorded as 1 and is/);
  expect(differences.join("\n")).toMatch(/recorded with 1 points/);
  const lenient = await rescore({ ...document, passMark: 0.1 });
  expect(lenient.differences.join("\n")).toMatch(/pass mark was recorded as 0.1/);
  const [first, ...rest] = document.items;
  const swapped = await rescore({ ...document, items: [{ ...first!, keyHash: "0".repeat(64) }, ...rest] });
  expect(swapped.differences.join("\n")).toMatch(/Question 1: its stored text or key/);
  const missing = await rescore({ ...document, items: [{ ...first!, question: "f".repeat(64) }, ...rest] });
  expect(missing.differences.join("\n")).toMatch(/is missing/);
});

it("refuses a document of another kind", async () => {
  await expect(rescore({ courseId: "x" })).rejects.toThrow();
});
