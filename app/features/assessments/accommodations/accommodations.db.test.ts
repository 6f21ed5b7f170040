import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { dayOf } from "~/features/people/calendar";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAssessment } from "../../../../tests/setup/given-assessment";
import { startAttempt } from "../sitting/start-attempt.server";
import { accommodationsPage } from "./accommodation-queries.server";
import { endAccommodation } from "./end-accommodation.server";
import { grantAccommodation, type GrantAccommodationInput } from "./grant-accommodation.server";
import { minutesGranted } from "./time-granted.server";

const DAY = 86_400_000;
const SECRET = "A reason that nobody else may read";
const dayFrom = (days: number, zone = "UTC") => dayOf(new Date(now().getTime() + days * DAY), zone);
const inDays = <T>(days: number, work: () => T) => at(new Date(now().getTime() + days * DAY), work);

let admin: Actor;
let person: Actor;

beforeEach(async () => {
  admin = await givenPerson({ access: "admin" });
  person = await givenPerson();
});

const grant = (more: Partial<GrantAccommodationInput> = {}, actor = admin) =>
  grantAccommodation(actor, {
    personId: person.personId,
    extraPercent: 25,
    breakMinutes: 0,
    from: dayFrom(0),
    reason: SECRET,
    ...more,
  });
const current = () =>
  db.accommodation.findMany({
    where: { personId: person.personId, supersededAt: null },
    orderBy: { heldFrom: "asc" },
  });
const minutes = (of = 60) => minutesGranted(db, person.personId, of, now());

describe("granting more time", () => {
  it("adds to tests that are started from then on, and not to one that is under way", async () => {
    const [before, later] = [
      await givenAssessment({ slug: "time-before", minutes: 30 }),
      await givenAssessment({ slug: "time-later", minutes: 30 }),
    ];
    const first = await startAttempt(person, { assessmentSlug: before });
    await grant({ extraPercent: 25, breakMinutes: 10 });
    const second = await startAttempt(person, { assessmentSlug: later });
    const of = ({ attemptId }: { attemptId: string }) =>
      db.attempt.findUniqueOrThrow({
        where: { id: attemptId },
        select: { extraMinutes: true, startedAt: true, deadlineAt: true },
      });
    expect((await of(first)).extraMinutes).toBe(0);
    const { extraMinutes, startedAt, deadlineAt } = await of(second);
    expect(extraMinutes).toBe(8 + 10);
    expect(deadlineAt.getTime() - startedAt.getTime()).toBe(48 * 60_000);
  });

  it("holds from its first day to the end of its last, in the zone of who grants it", async () => {
    const tokyo = await givenPerson({ access: "admin", timeZone: "Asia/Tokyo" });
    await grant({ from: "2031-03-04", lastDay: "2031-03-05", breakMinutes: 5 }, tokyo);
    const atMoment = (moment: string) => at(new Date(moment), () => minutes());
    expect(await atMoment("2031-03-03T14:59:59.999Z")).toBe(0);
    expect(await atMoment("2031-03-03T15:00:00Z")).toBe(20);
    expect(await atMoment("2031-03-05T14:59:59.999Z")).toBe(20);
    expect(await atMoment("2031-03-05T15:00:00Z")).toBe(0);
  });

  it("lets a day be granted on that day itself", async () => {
    await grant({ lastDay: dayFrom(0), breakMinutes: 7, extraPercent: 0 });
    expect(await minutes()).toBe(7);
    expect(await inDays(1, () => minutes())).toBe(0);
  });

  it("lets what was granted before give way for these days, and keeps every row", async () => {
    await grant({ extraPercent: 50 });
    await grant({ extraPercent: 100, from: dayFrom(10), lastDay: dayFrom(11) });
    const percent = () => minutes(100);
    expect(await inDays(9, percent)).toBe(50);
    expect(await inDays(10, percent)).toBe(100);
    expect(await inDays(12, percent)).toBe(50);
    expect(await db.accommodation.count({ where: { personId: person.personId } })).toBe(4);
    expect((await current()).map(({ reason }) => reason)).toEqual([SECRET, SECRET, SECRET]);
  });

  it("leaves one in force of six at once", async () => {
    const outcomes = await Promise.allSettled(
      [10, 20, 30, 40, 50, 60].map((extraPercent) => grant({ extraPercent })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(6);
    expect(await current()).toHaveLength(1);
  });

  it("takes the same one once of six at once", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => grant()));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "not-grantable" });
    expect(await current()).toHaveLength(1);
  });

  it("refuses what makes no sense, and people who have left", async () => {
    for (const wrong of [
      { extraPercent: 0, breakMinutes: 0 },
      { extraPercent: 201 },
      { extraPercent: -1, breakMinutes: 5 },
      { extraPercent: 2.5 },
      { breakMinutes: 121 },
      { from: dayFrom(3), lastDay: dayFrom(2) },
    ])
      await expect(grant(wrong), JSON.stringify(wrong)).rejects.toMatchObject({ reason: "not-grantable" });
    await db.person.update({ where: { id: person.personId }, data: { leftAt: now() }, select: { id: true } });
    await expect(grant()).rejects.toMatchObject({ reason: "has-left" });
    expect(await current()).toEqual([]);
  });
});

describe("ending", () => {
  const end = async (lastDay: string, accommodationId?: string) => {
    const id = accommodationId ?? (await current())[0]!.id;
    return endAccommodation(admin, { personId: person.personId, accommodationId: id, lastDay });
  };

  it("ends at once with today as its last day, and leaves what was known before", async () => {
    await grant({ from: dayFrom(-5) });
    await end(dayFrom(0));
    expect(await minutes()).toBe(0);
    const [row] = await current();
    expect(row).toMatchObject({ extraPercent: 25, reason: SECRET });
    const all = await db.accommodation.findMany({ where: { personId: person.personId } });
    expect(
      all.map(({ heldUntil, supersededAt }) => [heldUntil !== null, supersededAt !== null]).sort(),
    ).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it("says that it never held with a day before its first", async () => {
    await grant({ from: dayFrom(5) });
    await end(dayFrom(4));
    expect(await current()).toEqual([]);
  });

  it("is done once of six at once, and clear to the others", async () => {
    await grant({ from: dayFrom(-5) });
    const { id } = (await current())[0]!;
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => end(dayFrom(0), id)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ reason: "accommodation-moved" });
    expect(await current()).toHaveLength(1);
    await expect(end(dayFrom(3))).rejects.toMatchObject({ reason: "ends-earlier" });
    await expect(end(dayFrom(3), "no-such")).rejects.toMatchObject({ reason: "not-found" });
  });
});

describe("who learns of it", () => {
  it("is administrators alone, and the reason stands nowhere but with the row", async () => {
    await grant();
    await expect(grant({ personId: admin.personId })).rejects.toMatchObject({ reason: "own-time" });
    const { id } = (await current())[0]!;
    for (const access of ["manager", "auditor", undefined] as const) {
      const actor = await givenPerson(access ? { access } : {});
      const missing = { reason: "not-found" };
      await expect(grant({}, actor)).rejects.toMatchObject(missing);
      await expect(accommodationsPage(actor, person.personId)).rejects.toMatchObject(missing);
      await expect(
        endAccommodation(actor, { personId: person.personId, accommodationId: id, lastDay: dayFrom(0) }),
      ).rejects.toMatchObject(missing);
    }
    await endAccommodation(admin, { personId: person.personId, accommodationId: id, lastDay: dayFrom(2) });
    const slug = await givenAssessment({ slug: "time-secret" });
    await startAttempt(person, { assessmentSlug: slug });
    const changes = await db.peopleChange.findMany({
      where: { personId: person.personId },
      orderBy: { id: "asc" },
    });
    expect(changes.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["assigned", admin.personId],
      ["ended", admin.personId],
    ]);
    expect(changes[0]!.summary).toMatch(/^Time in tests: 25% more time from \d/);
    const elsewhere = [
      ...changes,
      ...(await db.ledgerEntry.findMany()),
      ...(await db.outboxMessage.findMany()),
      ...(await db.evidenceRecord.findMany()),
    ];
    expect(
      JSON.stringify(elsewhere, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value)),
    ).not.toContain(SECRET);
    expect((await accommodationsPage(admin, person.personId)).rows).toMatchObject([
      { reason: SECRET, state: "now" },
    ]);
    await expect(accommodationsPage(admin, "no-such")).rejects.toMatchObject({ reason: "not-found" });
  });
});
