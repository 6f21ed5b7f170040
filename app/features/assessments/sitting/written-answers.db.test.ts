import { expect, it } from "vitest";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenSubmitted, givenWrittenTest, marksOf } from "../../../../tests/setup/given-written-test";
import { markAttempt } from "../marking/mark-attempt.server";
import { findResult, findSitting } from "./attempt-queries.server";
import { startAttempt } from "./start-attempt.server";

it("shows what earns how much before it is answered, and no model answer", async () => {
  const actor = await givenPerson();
  const { attemptId } = await startAttempt(actor, { assessmentSlug: await givenWrittenTest() });
  const { section } = (await findSitting(actor, { attemptId, place: 0 }))!;
  const [question] = section!.questions;
  const levels = question!.levels![question!.criteria![0]!.id]!;
  expect(levels.map(({ points }) => points)).toEqual([10, 9, 8, 7, 6, 5, 3, 2, 1, 0]);
  expect(levels[0]!.html).toContain("Worth 10");
  expect(JSON.stringify(section)).not.toMatch(/model answer/i);
});

it("says what is being marked instead of that it earned nothing", async () => {
  const { actor, attemptId } = await givenSubmitted();
  const before = (await findResult(actor, attemptId))!;
  expect(before.sections).toMatchObject([
    { label: "Cases", points: 0, max: 2, pending: 2 },
    { label: "Facts", points: 1, max: 1, pending: 0 },
  ]);
  const marker = await givenPerson({ access: "manager" });
  await markAttempt(marker, { attemptId, number: 1, ...(await marksOf(attemptId, 5, "Half of it.")) });
  const after = (await findResult(actor, attemptId))!;
  expect(after.sections[0]).toMatchObject({ points: 1, pending: 0 });
});
