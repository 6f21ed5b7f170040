import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../tests/setup/given-certification";
import { awardEarned } from "./award-earned.server";
import { homePage } from "./home-queries.server";
import { teamMemberPage, teamPage } from "./team-queries.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");
const jobRole = "customer-service-associate";
let manager: Actor;
let certified: Actor;
let late: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  await at(since, givenFoundation);
  manager = await givenPerson({ access: "manager", manages: ["emea-one", "emea-two"], since });
  certified = await givenPerson({ name: "Certified", jobRole, team: "emea-one", since });
  late = await givenPerson({ name: "Late", jobRole, team: "emea-two", since });
  elsewhere = await givenPerson({ name: "Elsewhere", jobRole, team: "emea-three", since });
  await at(on("2026-01-10"), async () => {
    await givenCompletion(certified.personId, "conduct");
    await givenCompletion(late.personId, "conduct");
    await givenAttempt(certified.personId, "essentials");
    await awardEarned(certified.personId);
  });
});

const inMarch = <T>(work: () => T) => at(on("2026-03-01"), work);

describe("a team", () => {
  it("lists the people of the manager's teams, the least covered first, and nobody else", async () => {
    const page = await inMarch(() => teamPage(manager, {}));
    expect(page.people.map(({ name }) => name)).toEqual(["Late", "Certified"]);
    expect(page.teams.map(({ id }) => id)).toEqual(["emea-one", "emea-two"]);
    expect(page.coverage).toMatchObject([
      {
        accountabilityId: "csa-service",
        covered: 1,
        total: 2,
        inTime: 0,
        gaps: [{ name: "Late", lacks: [{ title: "Service foundation", status: "overdue" }] }],
      },
    ]);
  });

  it("counts someone who still has time apart from someone who must pause", async () => {
    const page = await at(on("2026-01-20"), () => teamPage(manager, {}));
    expect(page.coverage).toMatchObject([{ covered: 1, inTime: 1, gaps: [] }]);
  });

  it("is filtered by one of the manager's teams only", async () => {
    const page = await inMarch(() => teamPage(manager, { teamId: "emea-one" }));
    expect(page.people.map(({ name }) => name)).toEqual(["Certified"]);
    expect(page.coverage).toMatchObject([{ covered: 1, total: 1 }]);
    await expect(teamPage(manager, { teamId: "emea-three" })).rejects.toThrow(NotFound);
    await expect(teamPage(late, {})).rejects.toThrow(NotFound);
  });

  it("pages beyond fifty people without losing or repeating one", async () => {
    const crowd = await givenPerson({ access: "manager", manages: "crowd", since });
    for (let index = 0; index < 103; index++)
      await givenPerson({ team: "crowd", since, ...(index % 3 ? { jobRole } : {}) });
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof teamPage>> = await inMarch(() => teamPage(crowd, { after }));
      seen.push(...page.people.map(({ personId }) => personId));
      after = page.next;
      pages++;
    } while (after);
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 103, 103]);
    expect((await inMarch(() => teamPage(crowd, { after: "nonsense" }))).people).toHaveLength(50);
  });

  it("shows one person with what is left to do, and is not there for people of other teams", async () => {
    const page = await inMarch(() => teamMemberPage(manager, late.personId));
    expect(page).toMatchObject({
      person: { name: "Late" },
      states: [{ certificationId: "foundation", status: "overdue", date: on("2026-01-31") }],
      owed: [
        {
          uncovered: true,
          steps: [
            { kind: "course", state: "completed" },
            { kind: "assessment", state: "not-started" },
          ],
        },
      ],
    });
    expect((await inMarch(() => teamMemberPage(manager, certified.personId))).timeline).toMatchObject([
      { kind: "awarded" },
    ]);
    await expect(teamMemberPage(manager, elsewhere.personId)).rejects.toThrow(NotFound);
    await expect(teamMemberPage(late, certified.personId)).rejects.toThrow(NotFound);
    await expect(teamMemberPage(manager, "unknown")).rejects.toThrow(NotFound);
  });
});

describe("home", () => {
  it("names the one next step and when it is due", async () => {
    const page = await at(on("2026-01-20"), () => homePage(late));
    expect(page.owed).toMatchObject([
      { title: "Service foundation", status: "due", date: on("2026-01-31"), uncovered: false },
    ]);
    expect(page.next).toMatchObject({
      kind: "assessment",
      action: "Start the test",
      to: "/assessments/essentials",
    });
    expect(page.team).toBeNull();
  });

  it("owes nothing while the certificate is valid, and the renewal once its window is open", async () => {
    const page = await inMarch(() => homePage(certified));
    expect(page).toMatchObject({ owed: [], next: null, required: 1, recent: [{ state: "valid" }] });
    const later = await at(on("2026-12-01"), () => homePage(certified));
    expect(later.owed).toMatchObject([{ renewal: true, status: "valid", date: on("2027-01-10") }]);
    expect(later.next).toMatchObject({ kind: "assessment" });
  });

  it("tells a manager what the team is not covered for", async () => {
    const page = await inMarch(() => homePage(manager));
    expect(page.team).toMatchObject([{ covered: 1, total: 2, gaps: [{ name: "Late" }] }]);
    expect(page.owed).toEqual([]);
  });
});
