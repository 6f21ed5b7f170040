import { expect, it } from "vitest";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenBank, givenStudioTest, trueOrFalse } from "../../../../tests/setup/given-bank";
import { questionSource } from "../questions/question-source";
import { findSitting } from "./attempt-queries.server";
import { saveAnswer } from "./save-answer.server";
import { startAttempt } from "./start-attempt.server";

const pairs = questionSource.parse({
  id: "pairs",
  kind: "matching",
  prompt: "What belongs to what?",
  pairs: [
    { stem: "One", match: "First" },
    { stem: "Two", match: "Second" },
    { stem: "Three", match: "Third" },
  ],
});

it("tells a question with open lines from one without an answer and from one that is answered", async () => {
  const manager = await givenPerson({ access: "manager" });
  const bank = await givenBank(manager, [pairs, trueOrFalse("plain")]);
  const actor = await givenPerson();
  const { attemptId } = await startAttempt(actor, { assessmentSlug: await givenStudioTest(manager, bank) });
  const sitting = async () => (await findSitting(actor, { attemptId, place: 0 }))!;
  const { section } = await sitting();
  const asked = section!.questions.find(({ kind }) => kind === "matching")!;
  const { position } = asked;
  const progress = async () => {
    const { unanswered, inPart } = (await sitting()).sections[0]!;
    return { unanswered: unanswered.includes(position), inPart };
  };
  const give = (lines: number) => {
    const chosen = asked.stems!.slice(0, lines).map(({ id }) => [id, asked.options[0]!.id] as const);
    const answer = { pairs: Object.fromEntries<string>(chosen) };
    return saveAnswer(actor, { attemptId, position, answer });
  };
  expect(await progress()).toEqual({ unanswered: true, inPart: [] });
  await give(2);
  expect(await progress()).toEqual({ unanswered: false, inPart: [position] });
  await give(3);
  expect(await progress()).toEqual({ unanswered: false, inPart: [] });
});
