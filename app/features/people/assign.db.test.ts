import { beforeEach, describe, expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { givenJobRole, givenPerson, givenTeam } from "../../../tests/setup/builders";
import type { Actor } from "./actor";
import { heldAsOf } from "./as-of.server";
import { assign, type AssignInput } from "./assign.server";
import { endAssignment } from "./end-assignment.server";
import { subjectAt } from "./subject-at.server";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

let admin: Actor;
let person: Actor;

beforeEach(async () => {
  await db.assignment.updateMany({
    where: { access: "admin", supersededAt: null },
    data: { supersededAt: now() },
  });
  admin = await givenPerson({ access: "admin", password: "three brown owls" });
  person = await givenPerson();
  for (const team of ["north", "south"]) await givenTeam(team, "emea");
  for (const role of ["account-executive", "regional-sales-manager"]) await givenJobRole(role);
});

const give = (value: string, from: string, more: Partial<AssignInput> = {}) =>
  assign(admin, {
    personId: person.personId,
    kind: "team-member",
    value,
    from,
    reason: "For the test",
    ...more,
  });

const current = (personId = person.personId) =>
  db.assignment.findMany({ where: { personId, supersededAt: null }, orderBy: { heldFrom: "asc" } });

describe("assign and endAssignment", () => {
  it("keep what held and what was known apart", async () => {
    await at(noon("2026-01-05"), () => give("north", "2026-01-01"));
    await at(noon("2026-03-10"), () => give("south", "2026-03-01", { lastDay: "2026-03-31" }));
    const teamOn = (effective: string, known: string) =>
      at(noon(known), () =>
        transaction(async (tx) => (await subjectAt(tx, person.personId, noon(effective))).teamId),
      );
    expect(await teamOn("2026-03-15", "2026-03-11")).toBe("south");
    expect(await teamOn("2026-03-15", "2026-03-09")).toBe("north");
    expect(await teamOn("2026-02-15", "2026-03-11")).toBe("north");
    expect(await teamOn("2026-04-01", "2026-03-11")).toBe("north");
    expect(await teamOn("2025-12-31", "2026-03-11")).toBeNull();
    expect(await teamOn("2026-02-15", "2026-01-04")).toBeNull();
  });

  it("are found by queries with two dates", async () => {
    await at(noon("2026-01-05"), () => give("north", "2026-01-01"));
    const [row] = await current();
    await at(noon("2026-02-10"), () =>
      endAssignment(admin, {
        personId: person.personId,
        assignmentId: row!.id,
        lastDay: "2026-01-31",
        reason: "Moved",
      }),
    );
    const held = (effective: string, known: string) =>
      db.assignment.count({
        where: { personId: person.personId, ...heldAsOf({ effective: noon(effective), known: noon(known) }) },
      });
    expect(await held("2026-02-05", "2026-02-09")).toBe(1);
    expect(await held("2026-02-05", "2026-02-11")).toBe(0);
    expect(await held("2026-01-31", "2026-02-11")).toBe(1);
  });

  it("begin and end days where the administrator is", async () => {
    admin = { ...admin, timeZone: "Asia/Tokyo" };
    await give("north", "2026-01-01", { lastDay: "2026-01-31" });
    const [row] = await current();
    expect([row!.heldFrom.toISOString(), row!.heldUntil!.toISOString()]).toEqual([
      "2025-12-31T15:00:00.000Z",
      "2026-01-31T15:00:00.000Z",
    ]);
  });

  it("end at once on a last day of today, and never held on a day before the first", async () => {
    await give("north", "2026-01-01");
    const end = async (lastDay: string) => {
      const [row] = await current();
      await endAssignment(admin, {
        personId: person.personId,
        assignmentId: row!.id,
        lastDay,
        reason: "Over",
      });
    };
    const today = now().toISOString().slice(0, 10);
    await end(today);
    expect((await current())[0]!.heldUntil!.getTime()).toBeLessThanOrEqual(now().getTime());
    await end("2025-12-01");
    expect(await current()).toEqual([]);
    const history = await db.peopleChange.findMany({
      where: { personId: person.personId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    expect(history.map(({ action, summary }) => `${action} ${summary}`)).toEqual([
      "assigned Member of team: North, Emea from 1 January 2026",
      expect.stringMatching(/^ended Member of team: North, Emea, last day /),
      "ended Member of team: North, Emea, never held",
    ]);
  });

  it.each<[string, Partial<AssignInput>, string]>([
    ["an unknown team", { value: "nowhere" }, "unknown-choice"],
    ["an unknown job role", { kind: "job-role", value: "wizard" }, "unknown-choice"],
    ["an unknown access", { kind: "access", value: "root" }, "unknown-choice"],
    ["a person who does not exist", { personId: "nobody" }, "not-found"],
    ["a last day before the first", { lastDay: "2025-12-31" }, "empty"],
  ])("refuse %s", async (_, change, reason) => {
    await expect(give("north", "2026-01-02", change)).rejects.toMatchObject({ reason });
    expect(await current()).toEqual([]);
  });

  it("refuse what is held already, what has moved on, and someone else's", async () => {
    await give("north", "2026-01-01");
    await expect(give("north", "2026-02-01")).rejects.toMatchObject({ reason: "held-already" });
    const [row] = await current();
    const end = { assignmentId: row!.id, lastDay: "2026-01-31", reason: "Over" };
    await expect(endAssignment(admin, { personId: admin.personId, ...end })).rejects.toMatchObject({
      reason: "not-found",
    });
    await endAssignment(admin, { personId: person.personId, ...end });
    await expect(endAssignment(admin, { personId: person.personId, ...end })).rejects.toMatchObject({
      reason: "assignment-moved",
    });
  });

  it("are for administrators alone", async () => {
    const manager = await givenPerson({ access: ["manager", "auditor"] });
    const input = {
      personId: person.personId,
      kind: "access",
      value: "admin",
      from: "2026-01-01",
      reason: "Mine",
    } as const;
    await expect(assign(manager, input)).rejects.toMatchObject({ reason: "not-found" });
    await expect(
      endAssignment(manager, {
        personId: person.personId,
        assignmentId: "x",
        lastDay: "2026-01-01",
        reason: "x",
      }),
    ).rejects.toMatchObject({ reason: "not-found" });
    expect(await current()).toEqual([]);
  });

  it("leave a person in one team when two administrators act at once", async () => {
    const outcomes = await Promise.allSettled([give("north", "2026-01-01"), give("south", "2026-01-01")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await current()).toHaveLength(1);
  });

  it("give the same thing once when asked twice at once", async () => {
    const outcomes = await Promise.allSettled([give("north", "2026-01-01"), give("north", "2026-01-01")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await current()).toHaveLength(1);
  });
});

describe("the last administrator", () => {
  const endAdmin = async (who: Actor) => {
    const [row] = await current(who.personId);
    await endAssignment(admin, {
      personId: who.personId,
      assignmentId: row!.id,
      lastDay: now().toISOString().slice(0, 10),
      reason: "Over",
    });
  };

  it("cannot take the access from themself, also not when another one could never sign in", async () => {
    await givenPerson({ access: "admin" });
    await expect(endAdmin(admin)).rejects.toMatchObject({ reason: "last-administrator" });
    expect((await current(admin.personId))[0]!.heldUntil).toBeNull();
  });

  it("can once there is another", async () => {
    await givenPerson({ access: "admin", password: "three brown owls" });
    await endAdmin(admin);
    expect((await current(admin.personId))[0]!.heldUntil).not.toBeNull();
  });

  it("remains when two take it from each other at once", async () => {
    const other = await givenPerson({ access: "admin", password: "three brown owls" });
    const outcomes = await Promise.allSettled([endAdmin(admin), endAdmin(other)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(
      await db.assignment.count({ where: { access: "admin", supersededAt: null, heldUntil: null } }),
    ).toBe(1);
  });
});
