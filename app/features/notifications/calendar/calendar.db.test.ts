import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { changeAward } from "~/features/certifications/change-award.server";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound, TooMany } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../../tests/setup/given-certification";
import { calendarFile } from "./calendar-file";
import { calendarPage, ownCalendarFile } from "./own-calendar.server";
import { subscribe, subscribedCalendar, unsubscribe } from "./subscription.server";

const jobRole = "customer-service-associate";
const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");

beforeAll(() => at(since, givenFoundation));

/** As a calendar program that we did not write reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence ?? 0,
      summary: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      allDay: event.startDate.isDate,
      description: event.description,
      stamp: String(component.getFirstPropertyValue("dtstamp")),
    };
  });
}

async function certified(role = jobRole): Promise<Actor> {
  const person = await givenPerson({ jobRole: role, since });
  await at(on("2026-01-10"), async () => {
    await givenCompletion(person.personId, "conduct");
    await givenAttempt(person.personId, "essentials");
    await awardEarned(person.personId);
  });
  return person;
}

const fileOf = (person: Actor, day = "2026-02-01") => at(on(day), () => ownCalendarFile(person));

describe("the calendar file", () => {
  it("holds what is due as a whole day where the person is", async () => {
    const places = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"];
    const days = await Promise.all(
      places.map(async (timeZone) =>
        read(await fileOf(await givenPerson({ jobRole, since, timeZone }), "2026-01-05")),
      ),
    );
    expect(days.map(([event]) => event)).toMatchObject([
      { summary: "Service foundation is due", start: "2026-01-31", end: "2026-02-01", allDay: true },
      { start: "2026-01-31", end: "2026-02-01" },
      { start: "2026-01-30", end: "2026-01-31" },
    ]);
    expect(new Set(days.map(([event]) => event!.uid)).size).toBe(3);
  });

  it("holds when a certificate can be renewed and when it ends, under the same ids each time", async () => {
    const person = await certified();
    const first = read(await fileOf(person));
    expect(first).toMatchObject([
      { summary: "Service foundation can be renewed", start: "2026-11-11", sequence: 0 },
      { summary: "Service foundation ends", start: "2027-01-10", sequence: 0, stamp: "2026-02-01T09:00:00Z" },
    ]);
    const later = read(await fileOf(person, "2026-12-01"));
    expect(later.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    /* Ended, it is still the same day in the calendar. */
    expect(read(await fileOf(person, "2027-02-01"))).toMatchObject([
      { uid: first[1]!.uid, summary: "Service foundation ended", start: "2027-01-10" },
    ]);
  });

  it("holds the end of what is held by choice too, for as long as it is held", async () => {
    const person = await certified("chef");
    expect(read(await fileOf(person)).map(({ summary }) => summary)).toEqual([
      "Service foundation can be renewed",
      "Service foundation ends",
    ]);
    expect(read(await fileOf(person, "2027-02-01"))).toEqual([]);
  });

  it("moves an event under its id when the certificate is corrected", async () => {
    const person = await certified();
    const before = read(await fileOf(person));
    const admin = await givenPerson({ access: "admin", since });
    const award = await db.award.findFirstOrThrow({
      where: { personId: person.personId },
      select: { id: true },
    });
    await at(on("2026-03-01"), () =>
      changeAward(admin, "corrected", {
        awardId: award.id,
        dates: { validFrom: on("2026-01-10"), validUntil: on("2026-12-10") },
        reason: "The date was read wrongly.",
      }),
    );
    expect(read(await fileOf(person, "2026-03-02"))).toMatchObject([
      { uid: before[0]!.uid, sequence: 1, start: "2026-10-11" },
      { uid: before[1]!.uid, sequence: 1, start: "2026-12-10" },
    ]);
  });

  it("folds and escapes what RFC 5545 asks for, whatever a title holds", () => {
    const summary = `Überprüfung 安全; Teil 1, "a\\b" ${"ä".repeat(90)}`;
    const event = { key: "k", sequence: 3, day: "2026-02-28", summary, text: "One\nTwo; three, \\four" };
    const file = calendarFile({
      events: [event],
      idOf: (key) => key,
      portal: "https://learn.example.com",
      moment: since,
    });
    expect(read(file)).toMatchObject([
      { summary, sequence: 3, start: "2026-02-28", end: "2026-03-01", uid: "k@learn.example.com" },
    ]);
    expect(read(file)[0]!.description).toContain("One\nTwo; three, \\four");
    const lines = file.split("\r\n");
    expect(lines.at(-1)).toBe("");
    expect(lines.some((line) => line.includes("\n"))).toBe(false);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});

describe("a subscription", () => {
  it("answers its secret address alone, until it is replaced, ended or the person leaves", async () => {
    const person = await certified();
    const secretOf = (address: string) => /\/calendar\/([\w-]{43})\.ics$/.exec(address)![1]!;
    const fetched = (secret: string) => subscribedCalendar(secret, "192.0.2.1");
    const first = secretOf(await subscribe(person));
    expect(await fetched(first)).toContain("BEGIN:VCALENDAR");
    expect(JSON.stringify(await db.calendarSubscription.findMany())).not.toContain(first);
    expect((await calendarPage(person)).subscribedAt).not.toBeNull();

    const second = secretOf(await subscribe(person));
    await expect(fetched(first)).rejects.toThrow(NotFound);
    expect(await fetched(second)).toContain("Service foundation");
    await unsubscribe(await certified());
    expect(await fetched(second)).toContain("Service foundation");
    await unsubscribe(person);
    await expect(fetched(second)).rejects.toThrow(NotFound);

    const third = secretOf(await subscribe(person));
    await db.person.update({
      where: { id: person.personId },
      data: { leftAt: new Date(0) },
      select: { id: true },
    });
    await expect(fetched(third)).rejects.toThrow(NotFound);
    await expect(fetched("guess")).rejects.toThrow(NotFound);
  });

  it("cannot be guessed at length", async () => {
    const guess = () => subscribedCalendar("guess", "192.0.2.99").catch((error: unknown) => error);
    const answers = [];
    for (let each = 0; each < 61; each++) answers.push(await guess());
    expect(answers[59]).toBeInstanceOf(NotFound);
    expect(answers[60]).toBeInstanceOf(TooMany);
  });
});
