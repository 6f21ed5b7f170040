import { describe, expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { givenCookie, givenPerson } from "../../../tests/setup/builders";
import { endOtherSessions, endSession, signOut } from "./end-sessions.server";
import { findActor } from "./find-actor.server";
import { ownSessions } from "./session-queries.server";
import { sessionCookie } from "./sessions.server";
import { signIn } from "./sign-in.server";

const PASSWORD = "three brown owls";
const from = (email: string, password = PASSWORD) => ({
  email,
  password,
  address: "192.0.2.1",
  userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
});
const cookieOf = (secret: string) => sessionCookie(secret).split(";")[0]!;
const later = (ms: number) => new Date(now().getTime() + ms);

describe("signIn", () => {
  it("begins a session, and takes the address in any case and the password in any encoding of its letters", async () => {
    const person = await givenPerson({ email: "ola.berg@halden.example", password: "Ångström sånger" });
    const secret = await signIn(from(" Ola.Berg@Halden.example ", "Ångström sånger".normalize("NFD")));
    expect(await findActor(cookieOf(secret))).toMatchObject({ personId: person.personId });
    expect(await db.session.count({ where: { id: secret } })).toBe(0);
  });

  it("refuses in the same words whatever is the matter", async () => {
    const active = await givenPerson({ password: PASSWORD });
    const invited = await givenPerson();
    const left = await givenPerson({ password: PASSWORD });
    await db.person.update({ where: { id: left.personId }, data: { leftAt: now() } });
    const tries = [
      from(active.email, "wrong password 1"),
      from(invited.email),
      from(left.email),
      from("nobody@halden.example"),
      from("", ""),
    ];
    const refusals = await Promise.all(tries.map((each) => signIn(each).catch((error: unknown) => error)));
    expect(new Set(refusals.map((error) => JSON.stringify([(error as Error).message, error]))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ reason: "sign-in-refused" });
    expect(
      await db.session.count({
        where: { userId: { in: [active.personId, invited.personId, left.personId] } },
      }),
    ).toBe(0);
  });

  it("stops guessing after ten tries, also in parallel, for that account only, even with the right password", async () => {
    const person = await givenPerson({ password: PASSWORD });
    const other = await givenPerson({ password: PASSWORD });
    const guesses = await Promise.allSettled(
      Array.from({ length: 14 }, (_, index) => signIn(from(person.email, `guess number ${index}`))),
    );
    const reasons = guesses.map((each) =>
      each.status === "rejected" ? (each.reason as { reason: string }).reason : "in",
    );
    expect(reasons.filter((reason) => reason === "sign-in-refused")).toHaveLength(10);
    expect(reasons.filter((reason) => reason === "too-many")).toHaveLength(4);
    await expect(signIn(from(person.email.toUpperCase()))).rejects.toMatchObject({ reason: "too-many" });
    await expect(signIn(from(other.email))).resolves.toBeTruthy();
  });

  it("counts only failures against an account", async () => {
    const person = await givenPerson({ password: PASSWORD });
    for (let count = 0; count < 12; count++) await signIn(from(person.email));
    expect(await db.session.count({ where: { userId: person.personId } })).toBe(12);
  });

  it("stops an address that goes through account after account", async () => {
    await db.rateLimiterFlexible.upsert({
      where: { key: "sign-in-address:198.51.100.7" },
      update: {},
      create: { key: "sign-in-address:198.51.100.7", points: 300, expire: later(900_000) },
    });
    const person = await givenPerson({ password: PASSWORD });
    await expect(signIn({ ...from(person.email), address: "198.51.100.7" })).rejects.toMatchObject({
      reason: "too-many",
    });
    await expect(signIn(from(person.email))).resolves.toBeTruthy();
  });

  it("forgets the person's expired sessions", async () => {
    const person = await givenPerson({ password: PASSWORD });
    await signIn(from(person.email));
    await at(later(15 * 86_400_000), () => signIn(from(person.email)));
    expect(await db.session.count({ where: { userId: person.personId } })).toBe(1);
  });
});

describe("sessions", () => {
  it("are listed with device and last use, this one first, and end one by one or all others at once", async () => {
    const person = await givenPerson({ password: PASSWORD });
    const cookies: string[] = [];
    for (let count = 0; count < 3; count++) cookies.push(cookieOf(await signIn(from(person.email))));
    const actor = (await findActor(cookies[1]))!;
    const listed = await ownSessions(actor);
    expect(listed.map(({ device, isThis }) => [device, isThis])).toEqual([
      ["Firefox on Windows", true],
      ["Firefox on Windows", false],
      ["Firefox on Windows", false],
    ]);
    await endSession(actor, sha256(cookies[0]!.split("=")[1]!));
    expect(await findActor(cookies[0])).toBeNull();
    expect(await endOtherSessions(actor)).toBe(1);
    expect([await findActor(cookies[1]), await findActor(cookies[2])]).toEqual([actor, null]);
  });

  it("of someone else stay, and look as if they were not there", async () => {
    const [mine, theirs] = [await givenPerson(), await givenPerson()];
    const actor = (await findActor(await givenCookie(mine.personId)))!;
    const cookie = await givenCookie(theirs.personId);
    const { sessionId } = (await findActor(cookie))!;
    await expect(endSession(actor, sessionId)).rejects.toMatchObject({ reason: "not-found" });
    await expect(endSession(actor, "nothing")).rejects.toMatchObject({ reason: "not-found" });
    expect(await ownSessions(actor)).toHaveLength(1);
    expect(await findActor(cookie)).not.toBeNull();
  });

  it("end with signing out, which is harmless with any cookie", async () => {
    const cookie = await givenCookie((await givenPerson()).personId);
    for (const header of [null, "attest_session=forged", "nonsense", cookie, cookie]) await signOut(header);
    expect(await findActor(cookie)).toBeNull();
  });
});
