import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import type { Topics } from "~/platform/outbox.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenSubmitted, marksOf } from "../../../../tests/setup/given-written-test";
import { fileAppeal } from "../appeals/file-appeal.server";
import { markAttempt } from "../marking/mark-attempt.server";
import { submitAttempt } from "../sitting/submit-attempt.server";
import { tellOfWork } from "./tell-of-work.server";
import { workWaiting } from "./work-waiting.server";

let marker: Actor;
let lead: Actor;
let admin: Actor;

beforeAll(async () => {
  marker = await givenPerson({ access: "manager" });
  lead = await givenPerson({ access: "manager", manages: "told-team" });
  admin = await givenPerson({ access: "admin" });
});

const candidate = () => givenPerson({ team: "told-team", region: "emea", access: "manager" });

async function messages<T extends "work-waiting" | "email">(topic: T): Promise<Topics[T][]> {
  const rows = await db.outboxMessage.findMany({
    where: { topic },
    orderBy: { id: "asc" },
    select: { payload: true },
  });
  return rows.map(({ payload }) => JSON.parse(payload) as Topics[T]);
}

const waitingFor = async (id: string) => (await messages("work-waiting")).filter((each) => each.id === id);

/** Who of the people here is written to about it. */
async function toldOf(message: Topics["work-waiting"]): Promise<string[]> {
  const before = (await messages("email")).length;
  await tellOfWork(message);
  return (await messages("email")).slice(before).map(({ to }) => to);
}

async function mark(actor: Actor, attemptId: string) {
  await markAttempt(actor, { attemptId, number: 1, ...(await marksOf(attemptId, 3, "Too short.")) });
}

describe("work that waits", () => {
  it("is counted for those who may do it, whoever runs the test, and for nobody else", async () => {
    const before = (await workWaiting(marker))!;
    const { actor, attemptId, byHand } = await givenSubmitted({ actor: await candidate() });
    expect(await workWaiting(marker)).toEqual({ ...before, toMark: before.toMark + 1 });
    const own = (await workWaiting(actor))!;
    await mark(marker, attemptId);
    await fileAppeal(actor, {
      attemptId,
      position: byHand[0]!,
      grounds: "My answer names all that is asked for.",
    });
    expect(await workWaiting(marker)).toEqual(before);
    expect(await workWaiting(actor)).toEqual(own);
    const { toDecide } = (await workWaiting(admin))!;
    expect(toDecide).toBe(before.toDecide + 1);
    expect(await workWaiting(await givenPerson())).toBeNull();
  });

  it("is told of once to those who may mark it, and not when it is done", async () => {
    const { actor, attemptId } = await givenSubmitted({ actor: await candidate() });
    await submitAttempt(actor, { attemptId });
    const message = { kind: "marking" as const, id: attemptId };
    expect(await waitingFor(attemptId)).toEqual([message]);
    const told = await toldOf(message);
    expect(told).toEqual(expect.arrayContaining([marker.email, lead.email, admin.email]));
    expect(told).not.toContain(actor.email);
    await mark(marker, attemptId);
    expect(await toldOf(message)).toEqual([]);
  });

  it("is told of once a day for all attempts at a test, as long as the first of them waits", async () => {
    const colleague = await candidate();
    const submitted = (moment: string, slug?: string, actor = colleague) =>
      at(new Date(moment), () => givenSubmitted({ actor, slug }));
    const toldOfAttempt = (id: string) => toldOf({ kind: "marking", id });
    const { attemptId: first, slug } = await submitted("2026-03-02T00:00:00Z");
    const { attemptId: second } = await submitted("2026-03-02T00:00:00.001Z", slug, await candidate());
    const { attemptId: third } = await submitted("2026-03-02T23:59:59Z", slug, await candidate());
    const { attemptId: nextDay } = await submitted("2026-03-03T00:00:00Z", slug, await candidate());
    expect(await toldOfAttempt(first)).toContain(marker.email);
    expect(await toldOfAttempt(second), "who submitted the first").toEqual([colleague.email]);
    expect(await toldOfAttempt(third)).toEqual([]);
    expect(await toldOfAttempt(nextDay)).toContain(marker.email);
    await mark(marker, first);
    await mark(marker, second);
    expect(await toldOfAttempt(third)).toContain(marker.email);
  });

  it("is told of to those who may decide it: not to its marker, nor to the manager of the team", async () => {
    const { actor, attemptId, byHand } = await givenSubmitted({ actor: await candidate() });
    await mark(marker, attemptId);
    const id = await fileAppeal(actor, {
      attemptId,
      position: byHand[0]!,
      grounds: "My answer names all that is asked for.",
    });
    expect(await waitingFor(id)).toEqual([{ kind: "appeal", id }]);
    const other = await givenPerson({ access: "manager" });
    const told = await toldOf({ kind: "appeal", id });
    expect(told).toEqual(expect.arrayContaining([other.email, admin.email]));
    for (const each of [actor, marker, lead]) expect(told).not.toContain(each.email);
  });
});
