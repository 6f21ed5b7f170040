/** A certification that is published before its first rules are in force. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { foundation, givenFoundation, role, syncFiles } from "../../../../tests/setup/given-certification";
import { certificationStates } from "../certification-states.server";
import { openDueCycles } from "../cycles/open-due-cycles.server";
import { homePage } from "../home-queries.server";
import { bringIntoForce } from "../publish-certification.server";
import { teamMemberPage, teamPage } from "../team-queries.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const midnight = (text: string) => new Date(`${text}T00:00:00Z`);
const since = on("2026-01-01");
const [duty] = role.accountabilities;
let number = 0;
let id: string;
let person: Actor;

/** Brings in the certification with its rules from this day on, asked for with so many days; of null, by nobody. */
const given = (day: string, inForceFrom: string | null, dueDays: number | null = 30) =>
  at(on(day), () =>
    syncFiles({
      "certifications/foundation.yaml": foundation,
      [`certifications/${id}.yaml`]: {
        ...foundation,
        id,
        title: id,
        ...(inForceFrom ? { inForceFrom } : {}),
      },
      "roles/customer-service-associate.yaml": {
        ...role,
        accountabilities: [
          {
            ...duty,
            requires: dueDays === null ? [] : [{ certification: id, dueDays, why: "It will be needed." }],
          },
        ],
      },
    }),
  );
const inForce = (day: string) => at(on(day), bringIntoForce);
const home = (day: string) => at(on(day), () => homePage(person));
const owed = async (day: string) =>
  (await home(day)).owed.filter(({ certificationId }) => certificationId === id);
const stateOn = async (effective: string, known: string) =>
  (await certificationStates([person.personId], { effective: on(effective), known: on(known) })).find(
    ({ certificationId }) => certificationId === id,
  );
const requirements = async () => {
  const rows = await db.requirement.findMany({
    where: { certificationId: id },
    orderBy: [{ recordedAt: "asc" }, { heldFrom: "asc" }],
  });
  return rows.map(({ heldFrom, heldUntil, supersededAt }) => [heldFrom, heldUntil, supersededAt]);
};

beforeEach(async () => {
  if (number === 0) await at(since, givenFoundation);
  id = `coming-${++number}`;
  person = await at(since, () => givenPerson({ jobRole: role.id, team: "desk", since }));
});

describe("a certification whose first rules are to come", () => {
  it("is asked of nobody until then, and has its whole time from then on", async () => {
    const manager = await at(since, () => givenPerson({ access: "manager", manages: "desk", since }));
    await given("2026-02-01", "2026-06-01");
    expect(await owed("2026-02-02")).toEqual([]);
    await at(on("2026-05-31"), openDueCycles);
    expect(await db.cycle.count({ where: { certificationId: id } })).toBe(0);
    const { people } = await at(on("2026-05-31"), () => teamPage(manager, {}));
    expect(people.map(({ personId }) => personId)).toContain(person.personId);
    await at(on("2026-05-31"), () => teamMemberPage(manager, person.personId));

    await inForce("2026-06-01");
    expect(await owed("2026-06-01")).toMatchObject([{ status: "due", date: midnight("2026-07-01") }]);
    expect(await stateOn("2026-07-02", "2026-07-02")).toMatchObject({ status: "overdue" });
    expect(await stateOn("2026-05-31", "2026-07-02"), "nor was it asked before").toBeUndefined();
  });

  it("is asked of nobody while the portal is late to bring its rules into force", async () => {
    await given("2026-02-01", "2026-06-01");
    expect(await owed("2026-06-02")).toEqual([]);
    await inForce("2026-06-03");
    expect(await owed("2026-06-03")).toMatchObject([{ date: midnight("2026-07-01") }]);
  });

  it("moves with its date, also to now, and leaves no trace of having been asked when it is given up", async () => {
    await given("2026-02-01", "2026-06-01");
    await given("2026-02-02", "2026-06-01");
    expect(await requirements()).toEqual([[midnight("2026-06-01"), null, null]]);
    await given("2026-03-01", "2026-08-01", 10);
    await given("2026-04-01", null, 10);
    expect(await requirements()).toEqual([
      [midnight("2026-06-01"), null, on("2026-03-01")],
      [midnight("2026-08-01"), null, on("2026-04-01")],
      [on("2026-04-01"), null, null],
    ]);
    expect(await owed("2026-04-01")).toMatchObject([{ date: on("2026-04-11") }]);

    id = `${id}-given-up`;
    await given("2026-02-01", "2026-06-01");
    await given("2026-03-01", "2026-06-01", null);
    expect(await requirements()).toEqual([[midnight("2026-06-01"), null, on("2026-03-01")]]);
  });

  it("is asked from its first day on where it was required too soon before", async () => {
    await given("2026-02-01", "2026-06-01", null);
    const of = { jobRoleId: role.id, accountabilityId: duty!.id, clause: null, certificationId: id };
    const times = { heldFrom: on("2026-02-01"), recordedAt: on("2026-02-01") };
    await db.requirement.create({
      data: { id: newId(), ...of, dueDays: 30, why: "It will be needed.", ...times },
    });
    expect(await owed("2026-04-01")).toEqual([]);
    await given("2026-04-02", "2026-06-01");
    expect(await requirements()).toEqual([
      [on("2026-02-01"), null, on("2026-04-02")],
      [midnight("2026-06-01"), null, null],
    ]);
  });

  it("is written once by processes that start together", async () => {
    const files = () => given("2026-02-01", "2026-06-01");
    await Promise.all([files(), files(), files()]);
    expect(await requirements()).toHaveLength(1);
    expect(await db.certificationRevision.count({ where: { certificationId: id } })).toBe(1);
  });
});
