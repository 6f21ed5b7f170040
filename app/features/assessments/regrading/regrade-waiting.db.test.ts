import { expect, it } from "vitest";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { fiveKinds, givenAssessment } from "../../../../tests/setup/given-assessment";
import { givenOpenSitting, resultsOf, versionOf, workThrough } from "../../../../tests/setup/given-regrade";
import { saveAnswer } from "../sitting/save-answer.server";
import { submitAttempt } from "../sitting/submit-attempt.server";
import { previewRegrade } from "./preview-regrade.server";
import { regrade } from "./regrade.server";

const written = {
  id: "written-one",
  kind: "free-response",
  clause: "iso-9001:2015/7.2",
  prompt: "Say why.",
  explanation: "A good reason names the rule.",
  rubric: [
    {
      criterion: "Reasons",
      levels: [
        { points: 2, text: "Good ones" },
        { points: 0, text: "None" },
      ],
    },
  ],
};

it("leaves what waits to be marked to the marking, and settles what no longer has to be marked", async () => {
  const admin = await givenPerson({ access: "admin" });
  const slug = await givenAssessment({
    slug: "to-be-marked",
    questions: [...fiveKinds, written],
    sections: [
      { title: "Support", clauses: ["iso-9001:2015/7"], draw: 4 },
      { title: "Operation", clauses: ["iso-9001:2015/8"], draw: 2 },
    ],
  });
  const { actor, attemptId } = await givenOpenSitting(slug, ["single-one", "written-one"]);
  const { position } = await db.attemptItem.findFirstOrThrow({
    where: { attemptId, question: { questionId: "written-one" } },
  });
  await saveAnswer(actor, { attemptId, position, answer: { text: "Because it is so." } });
  await submitAttempt(actor, { attemptId });
  expect(await resultsOf(attemptId)).toEqual([]);

  const single = {
    questionVersionId: await versionOf(slug, "single-one"),
    treatment: "full-credit",
    reason: "The question is faulty.",
    seen: null,
  } as const;
  expect(await previewRegrade(admin, single)).toMatchObject({ touched: 1, waiting: 1, settled: 0 });
  await workThrough((await regrade(admin, single)).regradeId);
  expect(await resultsOf(attemptId)).toEqual([]);

  const byHand = { ...single, questionVersionId: await versionOf(slug, "written-one") };
  expect(await previewRegrade(admin, byHand)).toMatchObject({ touched: 1, waiting: 0, settled: 1 });
  await workThrough((await regrade(admin, byHand)).regradeId);
  expect(await resultsOf(attemptId)).toEqual([{ number: 1, cause: "regraded", score: 1, passed: true }]);
});
