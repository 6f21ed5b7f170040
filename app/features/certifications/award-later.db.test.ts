/** What was done while nothing could be awarded is looked at again once it can. */
import { addDays } from "date-fns";
import { beforeAll, expect, it } from "vitest";
import { markLeaver } from "~/features/auth/mark-leaver.server";
import { markReturned } from "~/features/auth/mark-returned.server";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { drainOutbox, enqueue } from "~/platform/outbox.server";
import { givenPerson } from "../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../tests/setup/given-certification";
import { awardEarned } from "./award-earned.server";
import { changeAward } from "./change-award.server";

const start = new Date("2026-01-05T09:00:00Z");
const on = (day: number) => addDays(start, day);
const reason = "For the record.";
const ignore = async () => {};
const background = () =>
  drainOutbox({
    email: ignore,
    "certification-changed": ignore,
    "question-regraded": ignore,
    "reminder-digest": ignore,
    "work-waiting": ignore,
    "attempt-failed": ignore,
    "evidence-recorded": ({ personId }) => awardEarned(personId).then(() => {}),
  });

let admin: Actor;
let personId: string;

beforeAll(() =>
  at(start, async () => {
    await givenFoundation();
    admin = await givenPerson({ access: "admin", since: start, password: "three brown owls" });
  }),
);

async function passed(): Promise<void> {
  await givenAttempt(personId, "essentials");
  await transaction((tx) => enqueue(tx, "evidence-recorded", { personId }));
}

const awards = () => db.award.count({ where: { personId } });

it("a renewal that was passed during a suspension is awarded with the reinstatement", async () => {
  ({ personId } = await givenPerson({ since: start }));
  await at(start, () => givenCompletion(personId, "conduct"));
  await at(start, passed);
  await at(start, background);
  const { id: awardId } = await db.award.findFirstOrThrow({ where: { personId }, select: { id: true } });

  await at(on(330), () => changeAward(admin, "suspended", { awardId, reason }));
  await at(on(331), passed);
  await at(on(331), background);
  expect(await awards()).toBe(1);
  await at(on(332), () => changeAward(admin, "reinstated", { awardId, reason }));
  await at(on(332), background);
  expect(await awards()).toBe(2);
});

it("what was passed just before leaving is awarded with the return", async () => {
  ({ personId } = await givenPerson({ since: start }));
  await at(start, () => givenCompletion(personId, "conduct"));
  await at(start, passed);
  await at(start, () => markLeaver(admin, { personId, lastDay: "2026-01-05", reason }));
  await at(on(1), background);
  expect(await awards()).toBe(0);
  await at(on(40), () => markReturned(admin, { personId, reason }));
  await at(on(40), background);
  expect(await awards()).toBe(1);
});
