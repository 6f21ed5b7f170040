import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAssessment } from "../../../../tests/setup/given-assessment";
import { grantAccommodation } from "../accommodations/grant-accommodation.server";
import { startAttempt } from "../sitting/start-attempt.server";
import { submitAttempt } from "../sitting/submit-attempt.server";
import { closeRoom } from "./close-room.server";
import { invigilatedTests } from "./invigilated-tests.server";
import { openRoom } from "./open-room.server";
import { findRoom, listRooms } from "./room-queries.server";
import { roomPage } from "./room-starters.server";

const MINUTE = 60_000;
let watched: string;
let plain: string;
let manager: Actor;
let base: Date;

const idOf = async (slug: string) =>
  (await db.assessment.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
const later = <T>(minutes: number, work: () => T) => at(new Date(base.getTime() + minutes * MINUTE), work);
const open = (actor = manager, minutes = 60) =>
  later(0, () => openRoom(actor, { assessmentId: watched, minutes }));
const start = (actor: Actor, code: string) => startAttempt(actor, { assessmentSlug: "watched", code });

beforeAll(async () => {
  watched = await idOf(await givenAssessment({ slug: "watched", invigilated: true, minutes: 30 }));
  plain = await idOf(await givenAssessment({ slug: "plain" }));
});

beforeEach(async () => {
  base = now();
  manager = await givenPerson({ access: "manager" });
});

describe("a room", () => {
  it("lets the watched test be started with its code while it is open, by anybody but its invigilator", async () => {
    const { code, invigilationId } = await open();
    expect(code).toMatch(/^[A-HJ-NP-RT-Y346789]{6}$/);
    const [first, second, third] = [await givenPerson(), await givenPerson(), await givenPerson()];
    const { attemptId } = await start(first, ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
    const attempt = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    expect(attempt.invigilatorId).toBe(manager.personId);
    await expect(start(manager, code)).rejects.toMatchObject({ reason: "wrong-code" });
    await expect(start(second, "")).rejects.toMatchObject({ reason: "wrong-code" });
    await later(59, () => start(second, code));
    await later(60, () => expect(start(third, code)).rejects.toMatchObject({ reason: "wrong-code" }));
    await later(61, () => closeRoom(manager, invigilationId));
    const room = await db.invigilation.findUniqueOrThrow({ where: { id: invigilationId } });
    expect(room.endsAt.getTime() - room.startsAt.getTime()).toBe(60 * MINUTE);
  });

  it("is closed by a button, six times at once, and then starts nothing more", async () => {
    const { code, invigilationId } = await open();
    await later(5, async () => {
      await Promise.all(Array.from({ length: 6 }, () => closeRoom(manager, invigilationId)));
      const person = await givenPerson();
      await expect(start(person, code)).rejects.toMatchObject({ reason: "wrong-code" });
      expect(await findRoom(manager, invigilationId)).toMatchObject({ isOpen: false, endsAt: now() });
    });
    await later(6, async () => {
      await closeRoom(manager, invigilationId);
      expect((await findRoom(manager, invigilationId)).endsAt).toEqual(new Date(base.getTime() + 5 * MINUTE));
    });
  });

  it("is opened once of six at once, and again when it is closed", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => open()));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "room-open" });
    const [room] = (await listRooms(manager, null)).open;
    await later(1, () => closeRoom(manager, room!.id));
    await later(2, () => openRoom(manager, { assessmentId: watched, minutes: 60 }));
  });

  it("gets a code that no other open room has, also with six opened at once", async () => {
    /* Random bytes that come out the same at first: every room but the first has to try again. */
    const bytesOf = (turn: number) => createHash("sha256").update(`${turn}`).digest();
    const opened = await Promise.all(
      Array.from({ length: 6 }, async () => {
        let turn = 0;
        return openRoom(
          await givenPerson({ access: "manager" }),
          { assessmentId: watched, minutes: 60 },
          () => bytesOf(turn++),
        );
      }),
    );
    expect(new Set(opened.map(({ code }) => code)).size).toBe(6);
  });

  it("is for tests in force that are watched, and for 15 to 480 minutes", async () => {
    const refused = { reason: "not-openable" };
    for (const minutes of [14, 481, 30.5, NaN])
      await expect(open(manager, minutes)).rejects.toMatchObject(refused);
    for (const assessmentId of [plain, "no-such"])
      await expect(openRoom(manager, { assessmentId, minutes: 60 })).rejects.toMatchObject(refused);
    const tests = await invigilatedTests(manager);
    expect(tests.map(({ id }) => id)).toContain(watched);
    expect(tests.map(({ id }) => id)).not.toContain(plain);
    await open(manager, 480);
  });
});

describe("who has started", () => {
  it("is shown to who stands there: names and states, with the time that each has", async () => {
    const admin = await givenPerson({ access: "admin" });
    const [sitting, done, slow, elsewhere] = [
      await givenPerson({ name: "Sitting Still" }),
      await givenPerson({ name: "Done Early" }),
      await givenPerson({ name: "Slow Hand" }),
      await givenPerson({ name: "In Another Room" }),
    ];
    await grantAccommodation(admin, {
      personId: slow.personId,
      extraPercent: 100,
      breakMinutes: 0,
      from: base.toISOString().slice(0, 10),
      reason: "For the test",
    });
    const { code, invigilationId } = await open();
    const other = await open(admin);
    await later(1, () => start(sitting, code));
    const { attemptId } = await later(2, () => start(done, code));
    await later(3, () => start(slow, code));
    await later(4, () => start(elsewhere, other.code));
    await later(10, () => submitAttempt(done, { attemptId }));
    const page = await later(40, () => roomPage(manager, invigilationId, null));
    expect(page.starters.map(({ name, state }) => [name, state])).toEqual([
      ["Sitting Still", "time-up"],
      ["Done Early", "submitted"],
      ["Slow Hand", "sitting"],
    ]);
    expect(page.starters[2]!.endsAt).toEqual(new Date(base.getTime() + 63 * MINUTE));
    expect(page.next).toBeNull();
    const first = await db.attempt.findFirstOrThrow({
      where: { invigilatorId: manager.personId },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    const rest = await roomPage(manager, invigilationId, first.id);
    expect(rest.starters.map(({ name }) => name)).toEqual(["Done Early", "Slow Hand"]);
  });

  it("is hidden from everybody else, administrators too", async () => {
    const { invigilationId } = await open();
    const missing = { reason: "not-found" };
    for (const access of ["manager", "admin", "auditor", undefined] as const) {
      const actor = await givenPerson(access ? { access } : {});
      await expect(roomPage(actor, invigilationId, null)).rejects.toMatchObject(missing);
      await expect(closeRoom(actor, invigilationId)).rejects.toMatchObject(missing);
      if (access === "manager" || access === "admin") continue;
      await expect(open(actor)).rejects.toMatchObject(missing);
      await expect(listRooms(actor, null)).rejects.toMatchObject(missing);
      await expect(invigilatedTests(actor)).rejects.toMatchObject(missing);
    }
    expect((await findRoom(manager, invigilationId)).isOpen).toBe(true);
  });
});

it("lists own rooms, past ones page by page and the latest first", async () => {
  const rooms = Array.from({ length: 27 }, (_, index) => ({
    id: `${manager.personId.slice(0, 30)}${index}`,
    assessmentId: watched,
    code: "AAAAAA",
    invigilatorId: manager.personId,
    startsAt: new Date(base.getTime() - (100 + index) * MINUTE),
    /* Several that end at the same moment, around the end of the page. */
    endsAt: new Date(base.getTime() - (20 + Math.floor(index / 4)) * MINUTE),
  }));
  await db.invigilation.createMany({ data: rooms });
  const { invigilationId } = await open();
  const first = await listRooms(manager, null);
  expect(first.open.map(({ id }) => id)).toEqual([invigilationId]);
  const second = await listRooms(manager, first.next);
  expect([first.past.length, second.past.length, second.next]).toEqual([25, 2, null]);
  const seen = [...first.past, ...second.past].map(({ id }) => id);
  expect(new Set(seen)).toEqual(new Set(rooms.map(({ id }) => id)));
  expect((await listRooms(manager, "not a cursor")).past).toHaveLength(25);
});
