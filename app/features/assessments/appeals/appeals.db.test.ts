import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenSubmitted, givenWrittenTest, marksOf } from "../../../../tests/setup/given-written-test";
import { expectSoundRecords } from "../../../../tests/setup/sound-records";
import { findMarking } from "../marking/find-marking.server";
import { markAttempt } from "../marking/mark-attempt.server";
import { markingQueue } from "../marking/marking-queue.server";
import { readPlace, type QueuePlace } from "../marking/queue-place";
import { rescore } from "../scoring/rescore.server";
import { findAssessment } from "../sitting/assessment-queries.server";
import { startAttempt } from "../sitting/start-attempt.server";
import { listAppeals } from "./appeal-list.server";
import { DAYS_TO_APPEAL, DAYS_TO_DECIDE, type AppealState } from "./appeal-rules";
import { decideAppeal } from "./decide-appeal.server";
import { fileAppeal } from "./file-appeal.server";
import { findAppeal } from "./find-appeal.server";
import { ownAppeals } from "./own-appeals.server";
import { withdrawAppeal } from "./withdraw-appeal.server";

const DAY = 86_400_000;
const grounds = "My answer names all four steps that the course asks for.";
const missing = { reason: "not-found" };
let marker: Actor;
let manager: Actor;
let admin: Actor;

beforeAll(async () => {
  marker = await givenPerson({ access: "manager" });
  manager = await givenPerson({ access: "manager" });
  admin = await givenPerson({ access: "admin" });
});

/** Marked with 3 of 10 for each case: (0.3 + 0.3 + 1) / 3, not passed at 60%. */
async function givenMarked(actor?: Actor) {
  const given = await givenSubmitted(actor ? { actor } : {});
  const { attemptId } = given;
  await markAttempt(marker, { attemptId, number: 1, ...(await marksOf(attemptId, 3, "Too short.")) });
  const [result] = await resultsOf(attemptId);
  return { ...given, recordedAt: result!.recordedAt, position: given.byHand[0]! };
}

async function givenAppeal(about: "question" | "test" = "question", actor?: Actor) {
  const given = await givenMarked(actor);
  const { attemptId } = given;
  const position = about === "test" ? null : given.position;
  const appealId = await fileAppeal(given.actor, { attemptId, position, grounds });
  return { ...given, appealId };
}

const resultsOf = (attemptId: string) =>
  db.attemptResult.findMany({
    where: { attemptId },
    orderBy: { number: "asc" },
    select: { id: true, cause: true, score: true, passed: true, recordedAt: true },
  });

const recordsOf = (personId: string) =>
  db.evidenceRecord.findMany({
    where: { personId, kind: { in: ["appeal-filed", "appeal-decided"] } },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, outcome: true, actorId: true, reason: true, document: true },
  });

async function mailsTo({ email }: Actor): Promise<string[]> {
  const rows = await db.outboxMessage.findMany({ where: { topic: "email" }, select: { payload: true } });
  return rows.map(({ payload }) => payload).filter((payload) => payload.includes(email));
}

/** Which marking it waits for, where the actor is asked at all. */
async function waits(actor: Actor, attemptId: string): Promise<number | undefined> {
  for (let after: QueuePlace | null = null; ;) {
    const { rows, next } = await markingQueue(actor, after);
    const row = rows.find((each) => each.attemptId === attemptId);
    if (row || !next) return row?.number;
    after = readPlace(next);
  }
}

async function listed(actor: Actor, state: AppealState): Promise<string[]> {
  const { rows } = await listAppeals(actor, { state, after: null });
  return rows.map(({ id }) => id);
}

describe("filing an appeal", () => {
  it("is recorded without its words, and shows with its deadline", async () => {
    const { actor, attemptId, position, appealId } = await givenAppeal();
    const page = await ownAppeals(actor, attemptId);
    const [appeal] = page.appeals;
    expect(page.open).toBe(true);
    expect(appeal).toMatchObject({ id: appealId, position, grounds, state: "open", overdue: false });
    expect(appeal!.decideBy.getTime() - appeal!.filedAt.getTime()).toBe(DAYS_TO_DECIDE * DAY);
    const [record] = await recordsOf(actor.personId);
    expect(record).toMatchObject({
      id: appealId,
      kind: "appeal-filed",
      outcome: "filed",
      actorId: actor.personId,
    });
    expect(JSON.parse(record!.document)).toEqual({ appealId, attemptId, position, grounds: sha256(grounds) });
    await expectSoundRecords();
  });

  it("has one winner of many at the same moment", async () => {
    const { actor, attemptId, position } = await givenMarked();
    const filed = await Promise.allSettled(
      Array.from({ length: 5 }, () => fileAppeal(actor, { attemptId, position, grounds })),
    );
    expect(filed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of filed)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "appeal-open" });
    await expect(fileAppeal(actor, { attemptId, position: null, grounds })).resolves.toBeDefined();
    expect(await recordsOf(actor.personId)).toHaveLength(2);
  });

  it("closes 14 days after the latest result, to the millisecond", async () => {
    const { actor, attemptId, position, recordedAt } = await givenMarked();
    const closes = new Date(recordedAt.getTime() + DAYS_TO_APPEAL * DAY);
    await at(closes, async () => {
      await expect(fileAppeal(actor, { attemptId, position, grounds })).rejects.toMatchObject({
        reason: "appeal-late",
      });
      expect(await ownAppeals(actor, attemptId)).toMatchObject({ open: false, closesAt: closes });
    });
    await at(new Date(closes.getTime() - 1), () => fileAppeal(actor, { attemptId, position, grounds }));
  });

  it("is for the person alone, once there is a result, with grounds about their own paper", async () => {
    const { actor, attemptId } = await givenMarked();
    for (const other of [marker, admin, await givenPerson()]) {
      await expect(fileAppeal(other, { attemptId, position: 1, grounds })).rejects.toMatchObject(missing);
      await expect(ownAppeals(other, attemptId)).rejects.toMatchObject(missing);
    }
    for (const position of [0, 4, -1, 1.5])
      await expect(fileAppeal(actor, { attemptId, position, grounds })).rejects.toMatchObject({
        fields: { position: [expect.any(String)] },
      });
    for (const bad of ["Unfair.", " ".repeat(30), "x".repeat(4_001)])
      await expect(fileAppeal(actor, { attemptId, position: 1, grounds: bad })).rejects.toMatchObject({
        fields: { grounds: [expect.any(String)] },
      });
    const unmarked = await givenSubmitted();
    await expect(
      fileAppeal(unmarked.actor, { attemptId: unmarked.attemptId, position: 1, grounds }),
    ).rejects.toMatchObject({ reason: "no-result-yet" });
    expect(await ownAppeals(unmarked.actor, unmarked.attemptId)).toMatchObject({
      open: false,
      closesAt: null,
    });
    const open = await startAttempt(unmarked.actor, { assessmentSlug: await givenWrittenTest() });
    await expect(
      fileAppeal(unmarked.actor, { attemptId: open.attemptId, position: 1, grounds }),
    ).rejects.toMatchObject(missing);
  });

  it("can be withdrawn while it is open, and filed anew", async () => {
    const { actor, attemptId, position, appealId } = await givenAppeal();
    await expect(withdrawAppeal(admin, { attemptId, appealId })).rejects.toMatchObject(missing);
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => withdrawAppeal(actor, { attemptId, appealId })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of tries)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "appeal-closed" });
    await expect(
      decideAppeal(manager, { appealId, decision: "rejected", reason: "Too late." }),
    ).rejects.toMatchObject({ reason: "appeal-closed" });
    await fileAppeal(actor, { attemptId, position, grounds });
    expect((await recordsOf(actor.personId)).map(({ outcome }) => outcome)).toEqual([
      "filed",
      "withdrawn",
      "filed",
    ]);
    await expectSoundRecords();
  });
});

describe("deciding an appeal", () => {
  it("with full credit gives a new result at once, and the earlier one stays", async () => {
    const { actor, slug, attemptId, position, appealId } = await givenAppeal();
    expect((await findAssessment(actor, slug)).standing.state).toBe("failed");
    const reason = "All four steps are there.";
    await decideAppeal(manager, { appealId, decision: "upheld", remedy: "full-credit", reason });
    expect(await resultsOf(attemptId)).toMatchObject([
      { cause: "marked", passed: false },
      { cause: "appeal", passed: true, score: 0.766667 },
    ]);
    expect((await findAssessment(actor, slug)).standing.state).toBe("passed");
    const decided = (await recordsOf(actor.personId)).at(-1)!;
    expect(decided).toMatchObject({
      kind: "appeal-decided",
      outcome: "upheld",
      actorId: manager.personId,
      reason,
    });
    expect(JSON.parse(decided.document)).toEqual({
      appealId,
      attemptId,
      position,
      decision: "upheld",
      remedy: "full-credit",
    });
    const latest = (await resultsOf(attemptId)).at(-1)!.id;
    const { document } = await db.evidenceRecord.findUniqueOrThrow({
      where: { id: latest },
      select: { document: true },
    });
    expect((await rescore(JSON.parse(document))).differences).toEqual([]);
    expect((await mailsTo(actor)).filter((mail) => mail.includes(reason))).toHaveLength(1);
    await expect(fileAppeal(actor, { attemptId, position, grounds })).rejects.toMatchObject({
      reason: "appeal-upheld",
    });
    await expectSoundRecords();
  });

  it("with a second marking leaves the result until somebody else has marked", async () => {
    const { actor, attemptId, appealId } = await givenAppeal("test");
    await decideAppeal(manager, {
      appealId,
      decision: "upheld",
      remedy: "second-marking",
      reason: "Look again.",
    });
    expect(await resultsOf(attemptId)).toHaveLength(1);
    const second = await marksOf(attemptId, 3);
    expect(await waits(manager, attemptId)).toBeUndefined();
    await expect(findMarking(manager, attemptId)).rejects.toMatchObject(missing);
    await expect(markAttempt(manager, { attemptId, number: 2, ...second })).rejects.toMatchObject({
      reason: "appeal-decided-by-you",
    });
    expect(await waits(admin, attemptId)).toBe(2);
    await markAttempt(admin, { attemptId, number: 2, ...second });
    expect(await resultsOf(attemptId)).toHaveLength(2);

    const again = await fileAppeal(actor, { attemptId, position: null, grounds });
    expect((await findAppeal(admin, again)).remedies).toEqual([]);
    for (const remedy of ["second-marking", "full-credit"] as const)
      await expect(
        decideAppeal(admin, { appealId: again, decision: "upheld", remedy, reason: "Once more." }),
      ).rejects.toMatchObject({ fields: { decision: [expect.any(String)] } });
    await decideAppeal(admin, { appealId: again, decision: "upheld", reason: "You get another attempt." });
    expect(await resultsOf(attemptId)).toHaveLength(2);
    await expectSoundRecords();
  });

  it("waits with the credit while a second marking is due, and does not lose it", async () => {
    const { actor, attemptId, position, appealId } = await givenAppeal();
    const other = await fileAppeal(actor, { attemptId, position: null, grounds });
    await decideAppeal(manager, {
      appealId: other,
      decision: "upheld",
      remedy: "second-marking",
      reason: "Look again.",
    });
    await decideAppeal(manager, { appealId, decision: "upheld", remedy: "full-credit", reason: "Right." });
    expect(await resultsOf(attemptId)).toHaveLength(1);
    const rest = await marksOf(attemptId, 3);
    delete rest.points[position];
    await markAttempt(admin, { attemptId, number: 2, ...rest });
    expect(await resultsOf(attemptId)).toMatchObject([{ passed: false }, { cause: "marked", passed: true }]);
    await expectSoundRecords();
  });

  it("rejected changes nothing but the appeal", async () => {
    const { actor, attemptId, appealId } = await givenAppeal();
    await expect(
      decideAppeal(manager, { appealId, decision: "rejected", reason: " " }),
    ).rejects.toMatchObject({ fields: { reason: [expect.any(String)] } });
    await decideAppeal(manager, { appealId, decision: "rejected", reason: "Two steps are missing." });
    expect(await resultsOf(attemptId)).toHaveLength(1);
    expect((await ownAppeals(actor, attemptId)).appeals).toMatchObject([
      { state: "rejected", decision: "Two steps are missing.", remedy: null },
    ]);
    expect(await listed(manager, "rejected")).toContain(appealId);
    expect(await listed(manager, "open")).not.toContain(appealId);
  });

  it("happens once, whoever decides at the same moment", async () => {
    const { actor, attemptId, appealId } = await givenAppeal();
    const deciders = [manager, admin, manager, admin, manager, admin];
    const decided = await Promise.allSettled([
      ...deciders.map((decider, index) =>
        decideAppeal(decider, {
          appealId,
          ...(index % 2 ? { decision: "rejected" } : { decision: "upheld", remedy: "full-credit" }),
          reason: "Decided.",
        }),
      ),
      withdrawAppeal(actor, { attemptId, appealId }),
    ]);
    expect(decided.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of decided)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "appeal-closed" });
    expect(await recordsOf(actor.personId)).toHaveLength(2);
    await expectSoundRecords();
  });

  it("adds up the credit of two appeals that are decided at the same moment", async () => {
    const { actor, attemptId, byHand, appealId } = await givenAppeal();
    const other = await fileAppeal(actor, { attemptId, position: byHand[1]!, grounds });
    const credit = { decision: "upheld", remedy: "full-credit", reason: "Right." } as const;
    await Promise.all([
      decideAppeal(manager, { appealId, ...credit }),
      decideAppeal(admin, { appealId: other, ...credit }),
    ]);
    expect(await resultsOf(attemptId)).toMatchObject([
      { score: 0.533333 },
      { score: 0.766667 },
      { score: 1 },
    ]);
    await expectSoundRecords();
  });

  it("is not for the person, those who marked it, and those who lead their team", async () => {
    const team = "appeals-team";
    const candidate = await givenPerson({ team, access: ["manager", "admin"] });
    const leader = await givenPerson({ access: "manager", manages: team });
    const leadingAdmin = await givenPerson({ access: ["manager", "admin"], manages: team });
    const { appealId } = await givenAppeal("question", candidate);
    const decision = { appealId, decision: "rejected", reason: "Not mine to decide." } as const;
    for (const other of [
      candidate,
      marker,
      leader,
      await givenPerson(),
      await givenPerson({ access: "auditor" }),
    ]) {
      await expect(decideAppeal(other, decision)).rejects.toMatchObject(missing);
      await expect(findAppeal(other, appealId)).rejects.toMatchObject(missing);
    }
    for (const office of [candidate, marker, leader])
      expect(await listed(office, "open")).not.toContain(appealId);
    for (const allowed of [manager, admin, leadingAdmin]) {
      expect(await listed(allowed, "open")).toContain(appealId);
      expect((await findAppeal(allowed, appealId)).id).toBe(appealId);
    }
    await expect(listAppeals(await givenPerson(), { state: "open", after: null })).rejects.toMatchObject(
      missing,
    );
    await expect(decideAppeal(admin, { ...decision, appealId: "no-such" })).rejects.toMatchObject(missing);
    await decideAppeal(leadingAdmin, decision);
  });

  it("shows grounds, question, key and marks, and nobody's name", async () => {
    const actor = await givenPerson({ name: "Wilhelmina Unmistakable" });
    const { attemptId, position, appealId } = await givenAppeal("question", actor);
    const page = await findAppeal(manager, appealId);
    expect(page).toMatchObject({
      code: attemptId.slice(-6).toUpperCase(),
      grounds,
      result: { passed: false },
      remedies: ["full-credit", "second-marking"],
    });
    expect(page.questions).toHaveLength(1);
    expect(page.questions[0]).toMatchObject({ reviewed: { position }, marks: [{ comment: "Too short." }] });
    const shown = JSON.stringify([page, await listAppeals(manager, { state: "open", after: null })]);
    for (const told of [actor.name, actor.personId, actor.email, marker.personId, marker.name])
      expect(shown).not.toContain(told);
  });

  it("is overdue to the millisecond, and open ones come by their deadline", async () => {
    const first = await givenAppeal();
    const second = await givenAppeal();
    const { decideBy } = (await ownAppeals(first.actor, first.attemptId)).appeals[0]!;
    const overdue = async (id: string) =>
      (await listAppeals(admin, { state: "open", after: null })).rows.find((row) => row.id === id)?.overdue;
    await at(new Date(decideBy.getTime() - 1), async () => expect(await overdue(first.appealId)).toBe(false));
    await at(decideBy, async () => {
      expect(await overdue(first.appealId)).toBe(true);
      expect((await ownAppeals(first.actor, first.attemptId)).appeals[0]!.overdue).toBe(true);
    });
    const order = await listed(admin, "open");
    expect(order.indexOf(first.appealId)).toBeLessThan(order.indexOf(second.appealId));
  });
});
