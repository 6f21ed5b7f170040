import { beforeEach, describe, expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId, sha256 } from "~/platform/ids.server";
import { givenCookie, givenPerson, givenTeam } from "../../../tests/setup/builders";
import { findActor } from "./find-actor.server";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const later = (ms: number) => new Date(now().getTime() + ms);

let person: Awaited<ReturnType<typeof givenPerson>>;
let cookie: string;

beforeEach(async () => {
  await givenTeam("nordics", "emea");
  person = await givenPerson({
    access: ["auditor", "manager"],
    jobRole: ["account-executive", "regional-sales-manager"],
    team: "emea-leads",
    region: "emea",
    manages: "nordics",
    timeZone: "Europe/Oslo",
  });
  cookie = await givenCookie(person.personId);
});

const session = () => db.session.findFirstOrThrow({ where: { userId: person.personId } });

describe("findActor", () => {
  it("gives the person with everything they hold now", async () => {
    expect(await findActor(`theme=dark; ${cookie}`)).toEqual({
      ...person,
      sessionId: sha256(cookie.split("=")[1]!),
      unread: 0,
    });
  });

  it("leaves out what has ended, has not begun, or is no longer held to be true", async () => {
    const change = async (kind: string, data: object) => {
      const where = { personId: person.personId, kind, supersededAt: null };
      const rows = await db.assignment.findMany({ where });
      await db.assignment.updateMany({ where, data: { supersededAt: now() } });
      await db.assignment.createMany({
        data: rows.map((row) => ({ ...row, id: newId(), recordedAt: now(), ...data })),
      });
    };
    await change("access", { heldUntil: now() });
    await change("job-role", { heldFrom: later(DAY) });
    await change("team-manager", { supersededAt: now() });
    expect(await findActor(cookie)).toMatchObject({
      access: [],
      jobRoleIds: [],
      managedTeamIds: [],
      teamId: "emea-leads",
    });
  });

  it("gives a person who holds nothing", async () => {
    const nobody = await givenPerson();
    expect(await findActor(await givenCookie(nobody.personId))).toMatchObject({
      access: [],
      teamId: null,
      regionId: null,
    });
  });

  it.each([null, "", "attest_session=", "attest_session=forged", "attest_session=' OR 1=1 --", "other=1"])(
    "gives no one for the cookie %j",
    async (header) => expect(await findActor(header)).toBeNull(),
  );

  it("does not take the stored id for the secret", async () => {
    expect(await findActor(`attest_session=${(await session()).id}`)).toBeNull();
  });

  it("gives no one once the person has left", async () => {
    await db.person.update({ where: { id: person.personId }, data: { leftAt: later(DAY) } });
    expect(await findActor(cookie)).not.toBeNull();
    expect(await at(later(DAY), () => findActor(cookie))).toBeNull();
  });

  it("ends two weeks after the last use, and after three months in any case", async () => {
    expect(await at(later(14 * DAY), () => findActor(cookie))).toBeNull();
    for (const day of [13, 26, 39, 52, 65, 78, 89])
      expect(await at(later(day * DAY), () => findActor(cookie))).not.toBeNull();
    expect(await at(later(90 * DAY), () => findActor(cookie))).toBeNull();
  });

  it("writes the last use at most every ten minutes", async () => {
    const { lastSeenAt } = await session();
    await at(later(9 * MINUTE), () => findActor(cookie));
    expect((await session()).lastSeenAt).toEqual(lastSeenAt);
    const seen = later(11 * MINUTE);
    await at(seen, () => findActor(cookie));
    expect((await session()).lastSeenAt).toEqual(seen);
  });
});
