import { expect, it } from "vitest";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenBank, givenStudioTest, trueOrFalse } from "../../../../tests/setup/given-bank";
import { findQuestion } from "../banks/bank-queries.server";
import { exportBank, exportTest } from "../banks/export-questions.server";
import { saveQuestion } from "../banks/save-question.server";
import { findResult } from "../sitting/attempt-queries.server";
import { startAttempt } from "../sitting/start-attempt.server";
import { submitAttempt } from "../sitting/submit-attempt.server";

it("keeps what is right from whoever wrote a question, for as long as they are asked it", async () => {
  const author = await givenPerson({ access: "manager" });
  const bank = await givenBank(author);
  const slug = await givenStudioTest(author, bank, {
    sections: [{ title: "All of it", banks: [bank], clauses: [], topics: [], draw: 3 }],
  });
  const { attemptId } = await startAttempt(author, { assessmentSlug: slug });
  const sitting = { reason: "sitting-the-same" };
  await expect(findQuestion(author, bank, "one")).rejects.toMatchObject(sitting);
  await expect(exportBank(author, bank, "gift")).rejects.toMatchObject(sitting);
  await expect(exportTest(author, slug, "csv")).rejects.toMatchObject(sitting);

  await submitAttempt(author, { attemptId });
  await expect(findQuestion(author, bank, "one")).resolves.toBeDefined();
  await expect(exportBank(author, bank, "gift")).resolves.toBeDefined();
});

it("keeps an earlier result's answers while a mended version of the question is asked", async () => {
  const author = await givenPerson({ access: "manager" });
  const bank = await givenBank(author, [trueOrFalse("one")], "One question");
  const slug = await givenStudioTest(author, bank, {
    sections: [{ title: "All of it", banks: [bank], clauses: [], topics: [], draw: 1 }],
  });
  const sitter = await givenPerson();
  const first = await startAttempt(sitter, { assessmentSlug: slug });
  await submitAttempt(sitter, first);
  const { question } = await findQuestion(author, bank, "one");
  await saveQuestion(author, {
    bank,
    number: question.number,
    source: trueOrFalse("one", { prompt: "Is one so, then?" }),
  });
  await startAttempt(sitter, { assessmentSlug: slug });
  expect(await findResult(sitter, first.attemptId)).toMatchObject({ questions: [], withheld: 1 });
});
