import { describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { givenCookie, givenPerson } from "../../../tests/setup/builders";
import { findLink, makeLink } from "./auth-links.server";
import { changePassword } from "./change-password.server";
import { createAdministrator } from "./create-administrator.server";
import { editPerson } from "./edit-person.server";
import { findActor } from "./find-actor.server";
import { invitePerson, sendNewLink } from "./invite-person.server";
import { requestPasswordReset } from "./request-password-reset.server";
import { sessionCookie } from "./sessions.server";
import { setPassword } from "./set-password.server";
import { signIn } from "./sign-in.server";

const OLD = "three brown owls";
const NEW = "seven quiet herons";
const HOUR = 3_600_000;
const later = (ms: number) => new Date(now().getTime() + ms);
const address = "192.0.2.9";
const signInAs = ({ email }: { email: string }, password: string) =>
  signIn({ email, password, address, userAgent: "" });

async function mailTo(email: string): Promise<{ subject: string; text: string }[]> {
  const messages = await db.outboxMessage.findMany({
    where: { topic: "email" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return messages
    .map(({ payload }) => JSON.parse(payload) as { to: string; subject: string; text: string })
    .filter(({ to }) => to === email);
}
const secretIn = (text: string) => /\/set-password\/(\S+)/.exec(text)![1]!;
const resetLink = async (person: Actor) => {
  await requestPasswordReset({ email: person.email, address });
  return secretIn((await mailTo(person.email)).at(-1)!.text);
};

describe("an invitation", () => {
  it("comes with the person, by e-mail, and lets them set a password once", async () => {
    const admin = await givenPerson({ access: "admin", timeZone: "Europe/Oslo" });
    const details = {
      name: " Mei Tanaka ",
      email: " Mei.Tanaka@Halden.example",
      employeeNumber: "H-100",
      reason: "New hire",
    };
    const personId = await invitePerson(admin, details);
    const [mail] = await mailTo("mei.tanaka@halden.example");
    const secret = secretIn(mail!.text);
    expect(await findLink(secret)).toMatchObject({ personId, name: "Mei Tanaka", purpose: "invitation" });
    expect(await findLink(secret)).not.toBeNull();
    expect(await db.authToken.count({ where: { secretHash: sha256(secret) } })).toBe(1);
    await setPassword({ secret, password: NEW, address });
    expect(await signInAs({ email: "mei.tanaka@halden.example" }, NEW)).toBeTruthy();
    expect(await findLink(secret)).toBeNull();
    await expect(setPassword({ secret, password: OLD, address })).rejects.toMatchObject({
      reason: "link-used",
    });
  });

  it("adds one person when two administrators add the same one at once, and says what is taken", async () => {
    const admin = await givenPerson({ access: "admin" });
    const details = {
      name: "Twin",
      email: "twin@halden.example",
      employeeNumber: "H-200",
      reason: "New hire",
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => invitePerson(admin, details)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ reason: "taken", fields: { email: [expect.any(String)] } });
    expect(await mailTo(details.email)).toHaveLength(1);
    await expect(invitePerson(admin, { ...details, email: "other@halden.example" })).rejects.toMatchObject({
      reason: "taken",
      fields: { employeeNumber: [expect.any(String)] },
    });
  });

  it("is for administrators to send, to people who are here", async () => {
    const admin = await givenPerson({ access: "admin" });
    const person = await givenPerson({ access: ["manager", "auditor"] });
    await expect(
      invitePerson(person, { name: "X", email: "x@halden.example", employeeNumber: "X", reason: "x" }),
    ).rejects.toMatchObject({ reason: "not-found" });
    await expect(sendNewLink(person, admin.personId)).rejects.toMatchObject({ reason: "not-found" });
    await db.person.update({ where: { id: person.personId }, data: { leftAt: now() } });
    await expect(sendNewLink(admin, person.personId)).rejects.toMatchObject({ reason: "has-left" });
    expect(await mailTo(person.email)).toEqual([]);
  });
});

describe("a reset", () => {
  it("ends every session, and the old password no longer works", async () => {
    const person = await givenPerson({ password: OLD });
    const cookie = await givenCookie(person.personId);
    await setPassword({ secret: await resetLink(person), password: NEW, address });
    expect(await findActor(cookie)).toBeNull();
    await expect(signInAs(person, OLD)).rejects.toMatchObject({ reason: "sign-in-refused" });
    await expect(signInAs(person, NEW)).resolves.toBeTruthy();
  });

  it("works for exactly one of many that use the link at once", async () => {
    const person = await givenPerson({ password: OLD });
    const secret = await resetLink(person);
    const passwords = Array.from({ length: 5 }, (_, index) => `quiet heron number ${index}`);
    const outcomes = await Promise.allSettled(
      passwords.map((password) => setPassword({ secret, password, address })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const winner = passwords[outcomes.findIndex(({ status }) => status === "fulfilled")]!;
    await expect(signInAs(person, winner)).resolves.toBeTruthy();
  });

  it("stays good when the password is refused", async () => {
    const person = await givenPerson({ password: OLD });
    const secret = await resetLink(person);
    await expect(setPassword({ secret, password: "too short", address })).rejects.toMatchObject({
      reason: "weak-password",
      fields: { password: [expect.any(String)] },
    });
    await expect(setPassword({ secret, password: NEW, address })).resolves.toBeUndefined();
  });

  it("does not work after an hour, after a newer link, with a new e-mail address or for who has left", async () => {
    const admin = await givenPerson({ access: "admin" });
    const person = await givenPerson({ password: OLD });
    const refused = (secret: string) =>
      expect(setPassword({ secret, password: NEW, address })).rejects.toMatchObject({ reason: "link-used" });
    const expired = await resetLink(person);
    await at(later(HOUR), () => refused(expired));
    const replaced = await resetLink(person);
    await refused(expired);
    const latest = await resetLink(person);
    await refused(replaced);
    const { employeeNumber } = await db.person.findUniqueOrThrow({ where: { id: person.personId } });
    const edit = { personId: person.personId, name: person.name, employeeNumber, reason: "Married" };
    await editPerson(admin, { ...edit, email: "new.address@halden.example" });
    await refused(latest);
    const link = await transaction((tx) => makeLink(tx, person.personId, "reset"));
    await db.person.update({ where: { id: person.personId }, data: { leftAt: now() } });
    await refused(secretIn(link));
    for (const forged of ["", "forged", sha256(secretIn(link)), "../../etc/passwd"]) await refused(forged);
  });

  it("is answered alike for unknown addresses and leavers, in about the same time, and sends them nothing", async () => {
    const person = await givenPerson({ password: OLD });
    const left = await givenPerson({ password: OLD });
    await db.person.update({ where: { id: left.personId }, data: { leftAt: now() } });
    const before = await db.outboxMessage.count();
    for (const email of [person.email, left.email, "nobody@halden.example"]) {
      const started = performance.now();
      expect(await requestPasswordReset({ email, address })).toBeUndefined();
      expect(performance.now() - started).toBeGreaterThan(290);
    }
    expect(await db.outboxMessage.count()).toBe(before + 1);
    const many = await Promise.allSettled(
      Array.from({ length: 7 }, () => requestPasswordReset({ email: "no.one@halden.example", address })),
    );
    expect(many.filter(({ status }) => status === "rejected")).toHaveLength(2);
  });
});

describe("changePassword", () => {
  it("begins a new session and ends all others, the one that asked too", async () => {
    const person = await givenPerson({ password: OLD });
    const cookies = [await givenCookie(person.personId), await givenCookie(person.personId)];
    const actor = (await findActor(cookies[0]))!;
    const secret = await changePassword(actor, { currentPassword: OLD, password: NEW, userAgent: "" });
    expect([await findActor(cookies[0]), await findActor(cookies[1])]).toEqual([null, null]);
    expect(await findActor(sessionCookie(secret).split(";")[0])).toMatchObject({ personId: person.personId });
    expect((await mailTo(person.email)).map(({ subject }) => subject)).toEqual([
      "Your password for Attest was changed",
    ]);
  });

  it("needs the current password, and happens once when asked twice at once", async () => {
    const person = await givenPerson({ password: OLD });
    const change = (currentPassword: string, password: string) =>
      changePassword(person, { currentPassword, password, userAgent: "" });
    await expect(change("not the password", NEW)).rejects.toMatchObject({ reason: "wrong-password" });
    await expect(change(OLD, person.email)).rejects.toMatchObject({ reason: "weak-password" });
    const outcomes = await Promise.allSettled([change(OLD, NEW), change(OLD, "nine small wrens")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.session.count({ where: { userId: person.personId } })).toBe(1);
  });
});

describe("createAdministrator", () => {
  it("makes someone who can sign in and administer, once for an address", async () => {
    const given = { name: "First Admin", email: "First@Halden.example", password: NEW };
    const personId = await createAdministrator(given);
    const secret = await signInAs(given, NEW);
    expect(await findActor(sessionCookie(secret).split(";")[0])).toMatchObject({
      personId,
      access: ["admin"],
    });
    await expect(createAdministrator({ ...given, email: "first@halden.example" })).rejects.toMatchObject({
      reason: "taken",
    });
    await expect(
      createAdministrator({ ...given, email: "b@halden.example", password: "short" }),
    ).rejects.toMatchObject({ reason: "weak-password" });
  });
});
