import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenCookie, givenPerson } from "../../../tests/setup/builders";
import { findActor } from "./find-actor.server";
import { markLeaver } from "./mark-leaver.server";
import { markReturned } from "./mark-returned.server";
import { signIn } from "./sign-in.server";

const PASSWORD = "three brown owls";
const DAY = 86_400_000;
const dayFromNow = (days: number) => new Date(now().getTime() + days * DAY).toISOString().slice(0, 10);
const signInAs = ({ email }: Actor) =>
  signIn({ email, password: PASSWORD, address: "192.0.2.3", userAgent: "" });

let admin: Actor;
let person: Actor;
let cookie: string;

beforeEach(async () => {
  await db.assignment.updateMany({
    where: { access: "admin", supersededAt: null },
    data: { supersededAt: now() },
  });
  admin = await givenPerson({ access: "admin", password: PASSWORD });
  person = await givenPerson({
    access: "manager",
    jobRole: "account-executive",
    region: "emea",
    manages: "south",
    password: PASSWORD,
  });
  cookie = await givenCookie(person.personId);
});

const leave = (who: Actor, days: number) =>
  markLeaver(admin, { personId: who.personId, lastDay: dayFromNow(days), reason: "Resigned" });
const open = (who: Actor) =>
  db.assignment.count({ where: { personId: who.personId, supersededAt: null, heldUntil: null } });

describe("markLeaver", () => {
  it("ends every session and all that is held, at once when the last day is today", async () => {
    await leave(person, 0);
    expect(await findActor(cookie)).toBeNull();
    expect(await db.session.count({ where: { userId: person.personId } })).toBe(0);
    expect(await open(person)).toBe(0);
    await expect(signInAs(person)).rejects.toMatchObject({ reason: "sign-in-refused" });
  });

  it("lets a person work to a last day to come, and not a moment longer", async () => {
    await leave(person, 7);
    expect(await findActor(cookie)).toMatchObject({ access: ["manager"] });
    expect(await at(new Date(now().getTime() + 8 * DAY), () => findActor(cookie))).toBeNull();
    expect(await open(person)).toBe(0);
  });

  it("happens once, by administrators alone", async () => {
    const manager = await givenPerson({ access: ["manager", "auditor"] });
    await expect(
      markLeaver(manager, { personId: person.personId, lastDay: dayFromNow(0), reason: "x" }),
    ).rejects.toMatchObject({ reason: "not-found" });
    const outcomes = await Promise.allSettled([leave(person, 0), leave(person, 0)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.peopleChange.count({ where: { personId: person.personId, action: "left" } })).toBe(1);
  });

  it("spares the last administrator, also from two who leave at once", async () => {
    await expect(leave(admin, 0)).rejects.toMatchObject({ reason: "last-administrator" });
    await expect(leave(admin, 30)).rejects.toMatchObject({ reason: "last-administrator" });
    expect(await db.person.findUnique({ where: { id: admin.personId }, select: { leftAt: true } })).toEqual({
      leftAt: null,
    });
    const other = await givenPerson({ access: "admin", password: PASSWORD });
    const outcomes = await Promise.allSettled([leave(admin, 0), leave(other, 0)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await open(admin)) + (await open(other))).toBe(1);
  });

  it("can be taken back while the last day is to come, with all that it ended", async () => {
    const held = async () =>
      (
        await db.assignment.findMany({
          where: { personId: person.personId, supersededAt: null },
          orderBy: [{ kind: "asc" }, { heldFrom: "asc" }],
        })
      ).map(({ kind, jobRoleId, teamId, access, heldFrom, heldUntil }) => ({
        kind,
        value: jobRoleId ?? teamId ?? access,
        heldFrom,
        heldUntil,
      }));
    /* Begins after the last day: the leaving never lets it begin. */
    await db.assignment.create({
      data: {
        id: `later-${person.personId}`,
        personId: person.personId,
        kind: "access",
        access: "auditor",
        heldFrom: new Date(now().getTime() + 60 * DAY),
        recordedAt: now(),
        reason: "Audits from then on",
      },
    });
    const before = await held();
    await leave(person, 7);
    expect(await held()).not.toEqual(before);
    const back = { personId: person.personId, reason: "Stays with us" };
    const outcomes = await Promise.allSettled([markReturned(admin, back), markReturned(admin, back)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toMatchObject([
      { value: { stays: true } },
    ]);
    expect(await held()).toEqual(before);
    expect(await findActor(cookie)).toMatchObject({ access: ["manager"] });
    expect(await db.absence.count({ where: { personId: person.personId, supersededAt: null } })).toBe(0);
  });

  it("can be followed by a return, without what was held", async () => {
    await expect(markReturned(admin, { personId: person.personId, reason: "x" })).rejects.toMatchObject({
      reason: "not-left",
    });
    await leave(person, 0);
    await markReturned(admin, { personId: person.personId, reason: "Came back" });
    expect(await findActor(cookie)).toBeNull();
    await expect(signInAs(person)).resolves.toBeTruthy();
    expect(await findActor(await givenCookie(person.personId))).toMatchObject({ access: [], jobRoleIds: [] });
  });
});
