import { beforeAll, describe, expect, it } from "vitest";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { changeAward } from "~/features/certifications/change-award.server";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { drainOutbox, type Handlers } from "~/platform/outbox.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../../tests/setup/given-certification";
import { changeRule } from "../rules/change-rule.server";
import { newestOf, ruleVersions } from "../rules/rule-queries.server";
import { seedReminderRules } from "../rules/seed-rules.server";
import { daysAfter } from "./working-days";
import { deliverDigest } from "./deliver-digest.server";
import { seenNow, TOLD } from "./seen-now.server";
import { sendDigests } from "./send-digests.server";

const jobRole = "customer-service-associate";
const on = (text: string) => new Date(text.includes("T") ? text : `${text}T06:00:00Z`);
const ignore = async () => {};
const handlers: Handlers = {
  email: ignore,
  "certification-changed": ignore,
  "evidence-recorded": ignore,
  "question-regraded": ignore,
  "work-waiting": ignore,
  "attempt-failed": ignore,
  "reminder-digest": deliverDigest,
};

beforeAll(() =>
  at(on("2025-01-01"), async () => {
    await givenFoundation();
    await seedReminderRules();
    await seedReminderRules();
  }),
);

const send = (moment: string) => at(on(moment.includes("T") ? moment : `${moment}T08:30:00Z`), sendDigests);
const deliver = (moment: string) =>
  at(on(moment.includes("T") ? moment : `${moment}T09:00:00Z`), async () => {
    while ((await drainOutbox(handlers)) > 0);
  });

/** What the person was told: the day, and how many days before the date. */
async function toldTo({ personId }: Actor): Promise<string[]> {
  const rows = await db.reminder.findMany({
    where: { recipientId: personId },
    select: { occasion: true, daysBefore: true, digest: { select: { day: true } } },
  });
  return rows.map(({ digest, occasion, daysBefore }) => `${digest.day} ${occasion} ${daysBefore}`).sort();
}

const mailTo = ({ email }: Actor) =>
  db.sentMail.findMany({
    where: { to: email },
    orderBy: { sentAt: "asc" },
    select: { subject: true, text: true, sentAt: true },
  });

async function earn({ personId }: Actor, moment: string): Promise<void> {
  await at(on(moment), async () => {
    await givenCompletion(personId, "conduct");
    await givenAttempt(personId, "essentials");
    await awardEarned(personId);
  });
}

async function everyDay(from: string, to: string): Promise<void> {
  for (let day = from; day <= to; day = daysAfter(day, 1)) await send(day);
}

describe("reminders", () => {
  it("are sent by every rule, once, and not on days off", async () => {
    const person = await givenPerson({ jobRole, since: on("2026-01-01") });
    /* Due on Saturday 31 January. */
    await everyDay("2026-01-01", "2026-02-20");
    expect(await toldTo(person)).toEqual([
      "2026-01-01 first 30",
      "2026-01-23 first 7",
      "2026-01-30 first 0",
      "2026-02-09 first -7",
    ]);
    await earn(person, "2026-03-03T12:00:00Z");
    /* Valid until Wednesday 3 March 2027, to be renewed from 2 January on, a Saturday. */
    await everyDay("2026-12-20", "2027-03-20");
    expect((await toldTo(person)).slice(4)).toEqual([
      "2027-01-01 expiring 60",
      "2027-01-04 window-open 0",
      "2027-02-01 expiring 30",
      "2027-02-24 expiring 7",
      "2027-03-02 expiring 1",
      "2027-03-03 expiring 0",
      "2027-03-04 lapsed 0",
      "2027-03-10 lapsed -7",
    ]);
  });

  it("say it again, with all else of the day, after a rule was moved nearer to its date", async () => {
    const person = await givenPerson({ jobRole, since: on("2025-10-01") });
    await everyDay("2025-10-24", "2025-11-07");
    expect((await toldTo(person)).at(-1)).toBe("2025-11-07 first -7");
    await at(on("2025-11-08"), async () => {
      const rule = newestOf(await ruleVersions(db)).find(
        ({ occasion, daysBefore }) => occasion === "first" && daysBefore === -7,
      )!;
      await changeRule(await givenPerson({ access: "admin" }), {
        ...rule,
        daysBefore: -14,
        reason: "Give them a week more.",
      });
    });
    await everyDay("2025-11-10", "2025-11-20");
    expect((await toldTo(person)).slice(-2)).toEqual(["2025-11-07 first -7", "2025-11-14 first -14"]);
    /* The tests after this one count on the rules as they come. */
    await at(on("2025-11-21"), async () => {
      const rule = newestOf(await ruleVersions(db)).find(({ daysBefore }) => daysBefore === -14)!;
      await changeRule(await givenPerson({ access: "admin" }), {
        ...rule,
        daysBefore: -7,
        reason: "As before.",
      });
    });
  });

  it("do not say again of a certificate what was said of another that ends on the same day", async () => {
    const person = await givenPerson({ jobRole, since: on("2026-01-01") });
    await earn(person, "2026-03-03T12:00:00Z");
    await send("2027-02-24");
    await at(on("2027-02-25T12:00:00Z"), async () => {
      await givenAttempt(person.personId, "essentials");
      await awardEarned(person.personId);
    });
    await at(on("2027-02-25T13:00:00Z"), async () => {
      const { id: awardId } = await db.award.findFirstOrThrow({
        where: { personId: person.personId },
        orderBy: { validFrom: "desc" },
        select: { id: true },
      });
      const dates = { validFrom: on("2027-02-25T12:00:00Z"), validUntil: on("2027-03-03T12:00:00Z") };
      await changeAward(await givenPerson({ access: "admin" }), "corrected", {
        awardId,
        reason: "Test",
        dates,
      });
    });
    await everyDay("2027-02-25", "2027-03-02");
    expect(await toldTo(person)).toEqual(["2027-02-24 expiring 7", "2027-03-02 expiring 1"]);
    const digests = await db.reminderDigest.findMany({
      where: { personId: person.personId },
      select: { reminders: { select: TOLD } },
    });
    const told = digests.flatMap(({ reminders }) => reminders);
    const { items } = await at(on("2027-03-02"), () => seenNow(person.personId, told));
    expect(items.map(({ open }) => open)).toEqual([true, true]);
  });

  it("go out after the digest hour where the person is, once a local day", async () => {
    const places = ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"];
    const people = await Promise.all(
      places.map((timeZone) => givenPerson({ jobRole, timeZone, since: on("2026-03-01") })),
    );
    /* Every hour over the nights in which the clocks change, with the first day and the last seven days before due. */
    for (let hour = 0; hour < 24 * 32; hour++)
      if (hour < 72 || hour > 22 * 24)
        await at(new Date(on("2026-02-28T00:00:00Z").getTime() + hour * 3_600_000), sendDigests);
    const digests = await db.reminderDigest.findMany({
      where: { personId: { in: people.map(({ personId }) => personId) } },
      orderBy: { createdAt: "asc" },
      select: { personId: true, day: true, createdAt: true },
    });
    const of = (index: number) =>
      digests
        .filter(({ personId }) => personId === people[index]!.personId)
        .map(({ day, createdAt }) => `${day} at ${createdAt.toISOString().slice(5, 16)}`);
    /* Due on 31 March at 06:00 UTC: on the 30th in Pago Pago it is still the 30th, in Kiritimati it is the 31st. */
    expect(of(0)).toEqual([
      "2026-03-02 at 03-02T07:00",
      "2026-03-24 at 03-24T07:00",
      "2026-03-30 at 03-30T06:00",
      "2026-03-31 at 03-31T06:00",
    ]);
    expect(of(1)).toEqual([
      "2026-03-02 at 03-02T13:00",
      "2026-03-24 at 03-24T12:00",
      "2026-03-30 at 03-30T12:00",
      "2026-03-31 at 03-31T12:00",
    ]);
    expect(of(2)).toEqual([
      "2026-03-02 at 03-01T18:00",
      "2026-03-24 at 03-23T18:00",
      "2026-03-30 at 03-29T18:00",
      "2026-03-31 at 03-30T18:00",
    ]);
    expect(of(3)).toEqual([
      "2026-03-02 at 03-02T19:00",
      "2026-03-23 at 03-23T19:00",
      "2026-03-27 at 03-27T19:00",
      "2026-03-30 at 03-30T19:00",
    ]);
  });

  it("are one digest for a manager, by team, from seven days before", async () => {
    const since = on("2026-06-01");
    const manager = await givenPerson({
      name: "Lead",
      access: "manager",
      manages: ["north", "south"],
      since,
    });
    const without = await givenPerson({ manages: "north", since });
    const [a, b, c] = [
      await givenPerson({ name: "Ada", jobRole, team: "north", since }),
      await givenPerson({ name: "Ben", jobRole, team: "south", since }),
      await givenPerson({ name: "Cleo", jobRole, team: "south", since }),
    ];
    await send("2026-06-01");
    expect(await toldTo(manager)).toEqual([]);
    expect(await toldTo(a)).toEqual(["2026-06-01 first 30"]);
    await earn(c, "2026-06-10");
    await send("2026-06-24");
    await deliver("2026-06-24");
    expect(await toldTo(manager)).toHaveLength(2);
    expect(await toldTo(without), "who may not look at teams is told of nobody").toEqual([]);
    const [mail, ...more] = await mailTo(manager);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: "Reminder: 2 people whom you lead" });
    expect(mail!.text).toContain(
      "North\n- Ada: Service foundation is due by 1 July 2026\n\nSouth\n- Ben: Service foundation is due by 1 July 2026",
    );
    expect(mail!.text).not.toContain("Cleo");
    expect((await mailTo(b)).map(({ subject }) => subject)).toEqual([
      "Service foundation is due by 1 July 2026",
      "Service foundation is due by 1 July 2026",
    ]);
  });

  it("are written once, however many processes write them at the same time", async () => {
    const people: Actor[] = [];
    while (people.length < 12)
      people.push(await givenPerson({ jobRole, team: "crowd", since: on("2026-08-03") }));
    const manager = await givenPerson({ access: "manager", manages: "crowd", since: on("2026-08-03") });
    for (const day of ["2026-08-03", "2026-08-26"])
      await Promise.all(Array.from({ length: 4 }, () => send(day)));
    for (const person of people)
      expect(await toldTo(person)).toEqual(["2026-08-03 first 30", "2026-08-26 first 7"]);
    expect(await toldTo(manager)).toEqual(Array(12).fill("2026-08-26 first 7"));
    await Promise.all(Array.from({ length: 4 }, () => deliver("2026-08-26")));
    expect(await mailTo(manager)).toHaveLength(1);
    for (const person of people) expect(await mailTo(person)).toHaveLength(2);
  });

  it("are caught up after a day on which the portal stood still, without what is past", async () => {
    const person = await givenPerson({ jobRole, since: on("2026-09-01") });
    await send("2026-09-01");
    /* Due on Thursday 1 October; nobody ran from 23 to 30 September. */
    await send("2026-09-23");
    await send("2026-09-30T23:00:00Z");
    await send("2026-10-01");
    expect(await toldTo(person)).toEqual(
      ["2026-09-01 first 30", "2026-09-30 first 1", "2026-10-01 first 0"].sort(),
    );
  });
});

describe("what has been done meanwhile", () => {
  it("is not sent, and the rest is", async () => {
    const since = on("2026-11-02");
    const [done, open] = [await givenPerson({ jobRole, since }), await givenPerson({ jobRole, since })];
    await send("2026-11-02");
    await earn(done, "2026-11-02T10:00:00Z");
    await deliver("2026-11-02T11:00:00Z");
    expect(await mailTo(done)).toEqual([]);
    expect(await mailTo(open)).toHaveLength(1);
    expect(
      await db.reminderDigest.findMany({
        where: { personId: { in: [done.personId, open.personId] } },
        orderBy: { mailed: "asc" },
        select: { mailed: true },
      }),
    ).toEqual([{ mailed: 0 }, { mailed: 1 }]);
  });

  it("counts also for who has left, has another job role or another team by then", async () => {
    const since = on("2026-11-03");
    const manager = await givenPerson({ access: "manager", manages: "east", since });
    const [leaver, changer, mover] = [
      await givenPerson({ name: "Leaver", jobRole, team: "east", since }),
      await givenPerson({ name: "Changer", jobRole, team: "east", since }),
      await givenPerson({ name: "Mover", jobRole, team: "east", since }),
    ];
    await send("2026-11-26");
    expect(await toldTo(manager)).toHaveLength(3);
    const moment = on("2026-11-26T10:00:00Z");
    await db.person.update({
      where: { id: leaver.personId },
      data: { leftAt: moment },
      select: { id: true },
    });
    await db.absence.create({
      data: { id: leaver.personId, personId: leaver.personId, heldFrom: moment, recordedAt: moment },
      select: { id: true },
    });
    const end = (person: Actor, kind: string) =>
      db.assignment.updateMany({
        where: { personId: person.personId, kind },
        data: { supersededAt: moment },
      });
    await end(changer, "job-role");
    await end(mover, "team-member");
    await deliver("2026-11-26T11:00:00Z");
    expect(await mailTo(manager)).toEqual([]);
    expect(await mailTo(leaver)).toEqual([]);
    expect(await mailTo(changer)).toEqual([]);
    expect(await mailTo(mover)).toHaveLength(1);
    await send("2026-11-27");
    await send("2026-12-10");
    expect(await toldTo(leaver)).toHaveLength(1);
  });
});
