import { beforeAll, expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenPerson } from "../../../tests/setup/builders";
import { givenAttempt, givenFoundation } from "../../../tests/setup/given-certification";
import { owedTests } from "./owed-tests.server";

const jobRole = "customer-service-associate";
const on = (day: string) => new Date(`${day}T12:00:00Z`);

beforeAll(() => at(on("2025-12-01"), givenFoundation));

it("a test is named while a job role asks for it, and no more once it is passed", async () => {
  const person = await givenPerson({ jobRole, since: on("2026-01-01") });
  const names = (day: string) => at(on(day), async () => (await owedTests(person)).map(({ state }) => state));
  expect(await names("2026-01-05")).toEqual(["not-started"]);
  await at(on("2026-01-06"), () => givenAttempt(person.personId, "essentials", false));
  const [test] = await at(on("2026-01-07"), () => owedTests(person));
  expect(test).toMatchObject({
    title: "Test essentials",
    state: "failed",
    to: "/assessments/essentials",
    for: { title: "Service foundation", status: "due", date: on("2026-01-31") },
  });
  await at(on("2026-01-08"), async () => {
    const of = { personId: person.personId, assessmentId: "essentials", revisionId: "essentials-1" };
    const times = { startedAt: now(), deadlineAt: now(), submittedAt: now() };
    await db.attempt.create({ data: { id: newId(), ...of, ...times, number: 2, status: "submitted" } });
  });
  expect(await names("2026-01-09"), "while somebody marks it, it is not to be sat").toEqual([]);
  await at(on("2026-01-10"), () => givenAttempt(person.personId, "essentials"));
  expect(await names("2026-01-11")).toEqual([]);
  expect(await owedTests(await givenPerson())).toEqual([]);
});
