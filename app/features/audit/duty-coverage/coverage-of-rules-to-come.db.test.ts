import { beforeAll, expect, it } from "vitest";
import { certificationStates } from "~/features/certifications/certification-states.server";
import { bringIntoForce } from "~/features/certifications/publish-certification.server";
import { at } from "~/platform/clock.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { foundation, givenFoundation, role, syncFiles } from "../../../../tests/setup/given-certification";
import { countCoverage } from "./count-coverage.server";
import { coverageBehind, coverageSums } from "./coverage-totals.server";
import { countDuties, dutyStates } from "./duty-states";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");
const [duty] = role.accountabilities;
let personId: string;

beforeAll(() =>
  at(since, async () => {
    await givenFoundation();
    ({ personId } = await givenPerson({ jobRole: role.id, region: "emea", since }));
  }),
);

const given = (id: string) =>
  syncFiles({
    "certifications/foundation.yaml": foundation,
    [`certifications/${id}.yaml`]: { ...foundation, id, inForceFrom: "2026-06-01" },
    "roles/customer-service-associate.yaml": {
      ...role,
      accountabilities: [
        { ...duty, requires: [{ certification: id, dueDays: 30, why: "It will be needed." }] },
      ],
    },
  });

/** What has been counted by then, which the rules say too. */
const counted = (day: string) =>
  at(on(day), async () => {
    await countCoverage();
    expect(await coverageBehind(on(day))).toBeNull();
    const sums = await coverageSums(null);
    const rules = countDuties(dutyStates(await certificationStates([personId])));
    expect(
      sums.map(({ accountabilityId, met, due, lapsed }) => [accountabilityId, { met, due, lapsed }]),
    ).toEqual([...rules]);
    return sums.map(({ met, due, lapsed }) => [met, due, lapsed]);
  });

it.each<[string, () => Promise<unknown>]>([
  ["the job that does that", () => bringIntoForce()],
  ["a start of the portal", () => given("by-a-start-of-the-portal")],
])("nothing is counted of a certification until its rules are in force by %s", async (name, begin) => {
  const id = `by-${name.replaceAll(" ", "-")}`;
  await at(on("2026-02-01"), () => given(id));
  expect(await counted("2026-02-02")).toEqual([]);
  expect(await counted("2026-06-01"), "the portal is late").toEqual([]);
  await at(on("2026-06-02"), begin);
  expect(await counted("2026-06-02")).toEqual([[0, 1, 0]]);
  expect(await counted("2026-07-02")).toEqual([[0, 0, 1]]);
});
