import { beforeAll, describe, expect, it } from "vitest";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenPerson } from "../../../tests/setup/builders";
import type { Actor } from "./actor";
import { createTeam, renameTeam } from "./change-team.server";
import { changeTimeZone } from "./change-time-zone.server";
import { listJobRoles } from "./job-role-queries.server";
import { findByAddressOrNumber, listOrganisation } from "./organisation-queries.server";
import { ownProfile } from "./own-profile.server";
import { peopleAddress, readPeopleFilter } from "./people-filter";
import { countPeople, listPeople } from "./people-queries.server";
import { findPerson, personHistory } from "./person-queries.server";

let admin: Actor;
let ola: Actor;

const filter = (query: string) => readPeopleFilter(new URLSearchParams(query));
const namesFor = async (query: string) =>
  (await listPeople(admin, filter(query))).people.map(({ name }) => name);

beforeAll(async () => {
  admin = await givenPerson({ name: "Zoe Admin", access: "admin", password: "three brown owls" });
  ola = await givenPerson({
    name: "Ola Berg",
    email: "ola@halden.example",
    jobRole: "account-executive",
    team: "nordics",
    region: "emea",
  });
  await givenPerson({
    name: "Mei Tanaka",
    jobRole: "regional-sales-manager",
    team: "japan",
    region: "asia-pacific",
    manages: "japan",
  });
  const left = await givenPerson({ name: "Olga Left", team: "nordics" });
  await db.person.update({ where: { id: left.personId }, data: { leftAt: now() } });
});

describe("listPeople", () => {
  it("finds by name, e-mail and number whatever the case, and by region, team, job role and state", async () => {
    const { employeeNumber } = await db.person.findUniqueOrThrow({ where: { id: ola.personId } });
    expect(await namesFor("q=OLA")).toEqual(["Ola Berg"]);
    expect(await namesFor("q=Halden.example")).toEqual(["Ola Berg"]);
    expect(await namesFor(`q=${employeeNumber.toLowerCase()}`)).toEqual(["Ola Berg"]);
    expect(await namesFor("region=asia-pacific")).toEqual(["Mei Tanaka"]);
    expect(await namesFor("team=nordics&state=all")).toEqual(["Ola Berg", "Olga Left"]);
    expect(await namesFor("job-role=regional-sales-manager")).toEqual(["Mei Tanaka"]);
    expect(await namesFor("state=left")).toEqual(["Olga Left"]);
    expect(await namesFor("state=invited")).toEqual(["Mei Tanaka", "Ola Berg"]);
    expect(await namesFor("order=desc&state=nonsense")).toEqual(["Zoe Admin", "Ola Berg", "Mei Tanaka"]);
    expect(await namesFor("q=' OR 1=1 --")).toEqual([]);
  });

  it("tells what each holds by name", async () => {
    const { people } = await listPeople(admin, filter("q=mei"));
    expect(people).toMatchObject([
      { team: "Japan, Asia pacific", jobRoles: ["Regional sales manager"], invited: true, leftAt: null },
    ]);
  });

  it("pages through people of the same name without losing or repeating one, in both orders", async () => {
    const ids = Array.from({ length: 120 }, () => newId());
    await db.person.createMany({
      data: ids.map((id, index) => ({
        id,
        name: index % 3 ? "Same Name" : `Other ${index % 5}`,
        foldedName: index % 3 ? "same name" : `other ${index % 5}`,
        email: `${id}@many.example`,
        employeeNumber: id,
        createdAt: now(),
      })),
    });
    for (const order of ["asc", "desc"]) {
      const seen: string[] = [];
      let next = `/admin/people?q=many.example&order=${order}`;
      for (let page = 0; next && page < 10; page++) {
        const current = filter(next.split("?")[1]!);
        const result = await listPeople(admin, current);
        expect(result.total).toBe(120);
        seen.push(...result.people.map(({ id }) => id));
        next = result.next ? peopleAddress(current, { after: result.next }) : "";
      }
      expect([...seen].sort()).toEqual([...ids].sort());
    }
    await db.person.deleteMany({ where: { id: { in: ids } } });
  });
});

describe("queries for administrators", () => {
  it("are closed to everyone else", async () => {
    const other = await givenPerson({ access: ["manager", "auditor"], password: "three brown owls" });
    const reads = [
      () => listPeople(other, filter("")),
      () => countPeople(other),
      () => findPerson(other, ola.personId),
      () => personHistory(other, ola.personId, null),
      () => listOrganisation(other),
      () => findByAddressOrNumber(other, ola.email),
      () => listJobRoles(other),
      () => createTeam(other, { name: "Mine", regionId: "emea", reason: "x" }),
      () => renameTeam(other, { teamId: "nordics", name: "Mine", reason: "x" }),
    ];
    for (const read of reads) await expect(read()).rejects.toMatchObject({ reason: "not-found" });
    await db.person.delete({ where: { id: other.personId } }).catch(() => {});
    await db.person.update({ where: { id: other.personId }, data: { leftAt: now() } });
  });

  it("show a person with what they hold, or that there is none", async () => {
    expect(await findPerson(admin, ola.personId)).toMatchObject({
      name: "Ola Berg",
      hasLeft: false,
      invited: true,
      assignments: expect.arrayContaining([
        expect.objectContaining({ kind: "team-member", name: "Nordics, Emea", state: "now" }),
        expect.objectContaining({ kind: "job-role", name: "Account executive", state: "now" }),
      ]) as unknown,
    });
    await expect(findPerson(admin, "nobody")).rejects.toMatchObject({ reason: "not-found" });
  });

  it("page through a history, the latest first, with who did it", async () => {
    const change = { personId: ola.personId, action: "edited", reason: "r", at: now() };
    const id = (index: number) => `01900000-0000-7000-8000-${String(index).padStart(12, "0")}`;
    await db.peopleChange.createMany({
      data: Array.from({ length: 45 }, (_, index) => ({
        ...change,
        id: id(index),
        summary: `${index}`,
        actorId: index % 2 ? admin.personId : null,
      })),
    });
    const first = await personHistory(admin, ola.personId, null);
    const second = await personHistory(admin, ola.personId, first.next);
    expect([...first.entries, ...second.entries].map(({ summary }) => Number(summary))).toEqual(
      Array.from({ length: 45 }, (_, index) => 44 - index),
    );
    expect([first.entries[0]!.actorName, first.entries[1]!.actorName, second.next]).toEqual([
      null,
      "Zoe Admin",
      null,
    ]);
    expect(first.entries[0]!.at).toBeInstanceOf(Date);
  });

  it("count members, managers and holders as of now, and people here and invited", async () => {
    const regions = await listOrganisation(admin);
    const japan = regions.flatMap(({ teams }) => teams).find(({ id }) => id === "japan");
    expect(japan).toMatchObject({ members: 1, managers: [{ name: "Mei Tanaka" }] });
    const roles = await listJobRoles(admin);
    expect(roles.map(({ id, holders }) => [id, holders])).toEqual([
      ["account-executive", 1],
      ["regional-sales-manager", 1],
    ]);
    expect(await countPeople(admin)).toEqual({ here: 3, invited: 2 });
  });

  it("find someone by address or number", async () => {
    expect(await findByAddressOrNumber(admin, " OLA@halden.example ")).toBe(ola.personId);
    expect(await findByAddressOrNumber(admin, "nobody@halden.example")).toBeNull();
  });
});

describe("teams and zones", () => {
  it("are created and renamed with a trace, in regions that exist", async () => {
    const teamId = await createTeam(admin, { name: "Iberia", regionId: "emea", reason: "New" });
    await renameTeam(admin, { teamId, name: "Iberian Peninsula", reason: "Clearer" });
    await expect(createTeam(admin, { name: "X", regionId: "moon", reason: "x" })).rejects.toMatchObject({
      reason: "unknown-region",
    });
    await expect(renameTeam(admin, { teamId: "none", name: "X", reason: "x" })).rejects.toMatchObject({
      reason: "not-found",
    });
    const trace = await db.peopleChange.findMany({
      where: { action: { startsWith: "team-" } },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    expect(trace.map(({ summary }) => summary)).toEqual([
      "Team Iberia in Emea",
      "Team Iberia → Iberian Peninsula",
    ]);
  });

  it("let people choose their own zone, from the list", async () => {
    await changeTimeZone(ola, "America/Argentina/Buenos_Aires");
    await expect(changeTimeZone(ola, "Mars/Olympus")).rejects.toMatchObject({ reason: "unknown-time-zone" });
    expect(await db.person.findUnique({ where: { id: ola.personId }, select: { timeZone: true } })).toEqual({
      timeZone: "America/Argentina/Buenos_Aires",
    });
    expect(await ownProfile(ola)).toMatchObject({
      jobRoles: ["Account executive"],
      team: "Nordics, Emea",
      region: "Emea",
    });
  });
});
