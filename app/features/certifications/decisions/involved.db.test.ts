import { beforeAll, expect, it } from "vitest";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAttempt, givenFoundation } from "../../../../tests/setup/given-certification";
import { filled, givenChecklist, givenDraft, givenPair, sign } from "../../../../tests/setup/given-sign-off";
import { saveMarks } from "../sign-offs/save-marks.server";
import { answerSignOff } from "../sign-offs/answer-sign-off.server";
import { involvedIn } from "./involved.server";

const piece = (record: string) => ({ kind: "any", slug: "any", at: now().toISOString(), record });
const involved = async (record: string) => [...(await involvedIn(db, [piece(record)]))].sort();

beforeAll(async () => {
  await givenFoundation();
  await givenChecklist();
});

it("names everybody who observed, though the person's own answer is the evidence", async () => {
  const pair = await givenPair("observed");
  const other = await givenPerson({ access: "manager", manages: "observed" });
  const signOffId = await givenDraft(pair);
  await saveMarks(other, { signOffId, form: filled({ "outcome.extra": "met" }, ["extra"]) });
  const third = await givenPerson({ access: "manager", manages: "observed" });
  await sign(third, signOffId);
  await answerSignOff(pair.person, { signOffId, answer: "acknowledged", declared: true });
  const { recordId } = await db.signOff.findUniqueOrThrow({
    where: { id: signOffId },
    select: { recordId: true },
  });
  expect(await involved(recordId!)).toEqual([pair.manager.personId, other.personId, third.personId].sort());
});

it("names both who marked a test and who owns it", async () => {
  const { personId } = await givenPerson();
  const attemptId = await givenAttempt(personId, "essentials");
  for (const [index, markerId] of ["first", "second"].entries())
    await db.marking.create({
      data: { id: newId(), attemptId, number: index + 1, markerId, marks: "{}", recordedAt: now() },
      select: { id: true },
    });
  expect(await involved(attemptId)).toEqual(["first", "second"]);
  await db.assessment.update({
    where: { id: "essentials" },
    data: { ownerId: "owner" },
    select: { id: true },
  });
  expect(await involved(attemptId)).toEqual(["first", "owner", "second"]);
});
