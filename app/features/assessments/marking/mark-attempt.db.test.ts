import { judgeAttempt } from "../scoring/judge-attempt.server";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import {
  givenSubmitted,
  givenWrittenTest,
  marksOf,
  type GivenSitting,
} from "../../../../tests/setup/given-written-test";
import { expectSoundRecords } from "../../../../tests/setup/sound-records";
import { rescore } from "../scoring/rescore.server";
import { findAssessment } from "../sitting/assessment-queries.server";
import { startAttempt } from "../sitting/start-attempt.server";
import { findMarking } from "./find-marking.server";
import { markAttempt } from "./mark-attempt.server";
import { markingQueue } from "./marking-queue.server";
import { readPlace, type QueuePlace } from "./queue-place";
import { requestSecondMarking } from "./request-second-marking.server";

let markers: Actor[];
const missing = { reason: "not-found" };

beforeAll(async () => {
  markers = await Promise.all(
    ["manager", "manager", "admin", "manager", "manager", "manager"].map((access) =>
      givenPerson({ access: access as "manager" | "admin" }),
    ),
  );
});

async function mark(marker: Actor, attemptId: string, number: number, points: number, comment = "") {
  return markAttempt(marker, { attemptId, number, ...(await marksOf(attemptId, points, comment)) });
}

const resultsOf = (attemptId: string) =>
  db.attemptResult.findMany({
    where: { attemptId },
    orderBy: { number: "asc" },
    select: { id: true, cause: true, score: true, passed: true },
  });

/** The latest evidence rescores to what was recorded. */
async function rescoresAlike(attemptId: string): Promise<void> {
  const id = (await resultsOf(attemptId)).at(-1)!.id;
  const { document } = await db.evidenceRecord.findUniqueOrThrow({
    where: { id },
    select: { document: true },
  });
  expect((await rescore(JSON.parse(document))).differences).toEqual([]);
}

/** Which marking it waits for, where the marker is asked at all. */
async function waits(marker: Actor, attemptId: string): Promise<number | undefined> {
  for (let after: QueuePlace | null = null; ;) {
    const { rows, next } = await markingQueue(marker, after);
    const row = rows.find((each) => each.attemptId === attemptId);
    if (row || !next) return row?.number;
    after = readPlace(next);
  }
}

/** What the person is shown of their marks, by position. */
async function marksShown(attemptId: string) {
  const { items } = await judgeAttempt(db, attemptId);
  return Object.fromEntries(
    items.flatMap(({ position, counting }) => (counting ? [[position, counting] as const] : [])),
  );
}

describe("marking", () => {
  it("gives the attempt its result, with evidence that scores again to the same", async () => {
    const { actor, slug, attemptId, byHand } = await givenSubmitted();
    expect((await findAssessment(actor, slug)).standing.state).toBe("marking");
    expect(await waits(markers[0]!, attemptId)).toBe(1);
    expect(await mark(markers[0]!, attemptId, 1, 5, "Half of it.")).toEqual({ settled: true });

    expect(await resultsOf(attemptId)).toMatchObject([{ cause: "marked", score: 0.666667, passed: true }]);
    expect((await findAssessment(actor, slug)).standing.state).toBe("passed");
    const [result] = await resultsOf(attemptId);
    expect(
      await db.evidenceRecord.findUniqueOrThrow({
        where: { id: result!.id },
        select: { kind: true, outcome: true, actorId: true, personId: true },
      }),
    ).toEqual({
      kind: "test-marked",
      outcome: "passed",
      actorId: markers[0]!.personId,
      personId: actor.personId,
    });
    expect(await waits(markers[1]!, attemptId)).toBeUndefined();
    const shown = await marksShown(attemptId);
    expect(Object.keys(shown).map(Number)).toEqual(byHand);
    expect(shown[byHand[0]!]).toMatchObject({ comments: ["Half of it."] });
    expect(JSON.stringify(shown)).not.toContain(markers[0]!.personId);
    const mails = await db.outboxMessage.findMany({ where: { topic: "email" }, select: { payload: true } });
    expect(mails.filter(({ payload }) => payload.includes(actor.email))).toHaveLength(1);
    await rescoresAlike(attemptId);
    await expectSoundRecords();
  });

  it("is blind: neither the queue nor the page names anyone", async () => {
    const actor = await givenPerson({ name: "Wilhelmina Unmistakable" });
    const { attemptId } = await givenSubmitted({ actor });
    const page = await findMarking(markers[0]!, attemptId);
    const shown = JSON.stringify([page, await markingQueue(markers[0]!, null)]);
    for (const told of [actor.name, actor.personId, actor.email]) expect(shown).not.toContain(told);
    expect(page.code).toBe(attemptId.slice(-6).toUpperCase());
    expect(page.questions[0]).toMatchObject({
      section: "Cases",
      text: `My answer to ${page.questions[0]!.position}.\nIt goes on.`,
      earlier: [],
    });
  });

  it("takes only levels of the rubric, and says which field is wrong", async () => {
    const { attemptId, byHand } = await givenSubmitted();
    const good = await marksOf(attemptId, 5);
    const [position] = byHand;
    const criterion = Object.keys(good.points[position!]!)[0]!;
    for (const value of [11, -1, 0.5, NaN, undefined])
      await expect(
        markAttempt(markers[0]!, {
          attemptId,
          number: 1,
          ...good,
          points: { ...good.points, [position!]: { [criterion]: value as number } },
        }),
      ).rejects.toMatchObject({
        reason: "marks",
        fields: { [`points.${position}.${criterion}`]: [expect.stringContaining(`Question ${position}`)] },
      });
    await expect(
      markAttempt(markers[0]!, { attemptId, number: 1, ...good, points: { ...good.points, 99: {} } }),
    ).rejects.toMatchObject({ fields: { "points.99": [expect.any(String)] } });
    await expect(
      markAttempt(markers[0]!, {
        attemptId,
        number: 1,
        ...good,
        comments: { [position!]: "x".repeat(4_001) },
      }),
    ).rejects.toMatchObject({ fields: { [`comment.${position}`]: [expect.any(String)] } });
    expect(await db.marking.count({ where: { attemptId } })).toBe(0);
  });

  it("is for those who run tests, never for one's own attempt, and only where people mark", async () => {
    const own = await givenSubmitted({ actor: markers[0]! });
    await expect(mark(markers[0]!, own.attemptId, 1, 5)).rejects.toMatchObject(missing);
    await expect(findMarking(markers[0]!, own.attemptId)).rejects.toMatchObject(missing);
    await expect(
      requestSecondMarking(markers[0]!, { attemptId: own.attemptId, reason: "Be kind." }),
    ).rejects.toMatchObject(missing);
    expect(await waits(markers[0]!, own.attemptId)).toBeUndefined();
    for (const other of [await givenPerson(), await givenPerson({ access: "auditor" })]) {
      await expect(mark(other, own.attemptId, 1, 5)).rejects.toMatchObject(missing);
      await expect(findMarking(other, own.attemptId)).rejects.toMatchObject(missing);
      await expect(markingQueue(other, null)).rejects.toMatchObject(missing);
    }
    await expect(mark(markers[1]!, "no-such", 1, 5)).rejects.toMatchObject(missing);
    const open = await startAttempt(await givenPerson(), { assessmentSlug: own.slug });
    await expect(mark(markers[1]!, open.attemptId, 1, 5)).rejects.toMatchObject(missing);
    await expect(findMarking(markers[1]!, open.attemptId)).rejects.toMatchObject(missing);
  });

  it("shows no model answer to who is sitting the same questions", async () => {
    const { slug, attemptId } = await givenSubmitted();
    const marker = await givenPerson({ access: "manager" });
    await startAttempt(marker, { assessmentSlug: slug });
    await expect(findMarking(marker, attemptId)).rejects.toMatchObject({ reason: "sitting-the-same" });
  });

  it("goes on when the person has left, and writes to nobody", async () => {
    const { actor, attemptId } = await givenSubmitted();
    await db.person.update({ where: { id: actor.personId }, data: { leftAt: now() }, select: { id: true } });
    await mark(markers[0]!, attemptId, 1, 10);
    expect(await resultsOf(attemptId)).toMatchObject([{ passed: true }]);
    const mails = await db.outboxMessage.findMany({ where: { topic: "email" }, select: { payload: true } });
    expect(mails.filter(({ payload }) => payload.includes(actor.email))).toEqual([]);
    await expectSoundRecords();
  });

  it("lets one of several first markers win; the others learn that it is marked", async () => {
    const { attemptId } = await givenSubmitted();
    const outcomes = await Promise.allSettled(markers.map((marker) => mark(marker, attemptId, 1, 5)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "already-marked" });
    expect(await resultsOf(attemptId)).toHaveLength(1);
    await expectSoundRecords();
  });

  it("counts one person's marks once, however often they are sent", async () => {
    const { attemptId } = await givenSubmitted({ slug: await givenWrittenTest({ secondMarking: true }) });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => mark(markers[0]!, attemptId, 1, 5)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "marked-by-you" });
    expect(await db.marking.count({ where: { attemptId } })).toBe(1);
  });
});

describe("second marking", () => {
  let test: string;
  let given: GivenSitting;
  beforeAll(async () => void (test = await givenWrittenTest({ secondMarking: true })));

  it("takes the mean of two who agree, and tells who lost a race that it is now the second", async () => {
    given = await givenSubmitted({ slug: test });
    const { attemptId, byHand } = given;
    const outcomes = await Promise.allSettled(
      markers.slice(0, 5).map((marker) => mark(marker, attemptId, 1, 6)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "marking-moved-on" });
    expect(await resultsOf(attemptId)).toEqual([]);

    const first = outcomes.findIndex(({ status }) => status === "fulfilled");
    await expect(mark(markers[first]!, attemptId, 2, 6)).rejects.toMatchObject({ reason: "marked-by-you" });
    expect(await waits(markers[first]!, attemptId)).toBeUndefined();
    const others = markers.filter((_, index) => index !== first);
    expect(await waits(others[0]!, attemptId)).toBe(2);
    const page = await findMarking(others[0]!, attemptId);
    expect(page.number).toBe(2);
    expect(page.questions.flatMap(({ earlier }) => earlier)).toEqual([]);
    expect(page.maySecond).toBe(false);
    expect(await mark(others[0]!, attemptId, 2, 7, "A little more.")).toEqual({ settled: true });
    expect(await resultsOf(attemptId)).toMatchObject([{ score: 0.766667, passed: true }]);
    expect((await marksShown(attemptId))[byHand[0]!]).toMatchObject({ comments: ["A little more."] });
    await rescoresAlike(attemptId);
    await expectSoundRecords();
  });

  it("lets a third decide only what the first two do not agree on, seeing both", async () => {
    const { attemptId, byHand } = await givenSubmitted({ slug: test });
    await mark(markers[0]!, attemptId, 1, 6, "First.");
    const second = await marksOf(attemptId, 6, "Second.");
    const [agreed, disputed] = byHand as [number, number];
    const criterion = Object.keys(second.points[disputed]!)[0]!;
    await markAttempt(markers[1]!, {
      attemptId,
      number: 2,
      ...second,
      points: { ...second.points, [disputed]: { [criterion]: 9 } },
    });
    expect(await resultsOf(attemptId)).toEqual([]);
    for (const earlier of markers.slice(0, 2)) {
      expect(await waits(earlier, attemptId)).toBeUndefined();
      await expect(findMarking(earlier, attemptId)).rejects.toMatchObject(missing);
      await expect(mark(earlier, attemptId, 3, 9)).rejects.toMatchObject({ reason: "marked-by-you" });
    }
    expect(await waits(markers[2]!, attemptId)).toBe(3);
    const page = await findMarking(markers[2]!, attemptId);
    expect(page.questions.map(({ position }) => position)).toEqual([disputed]);
    expect(page.questions[0]!.earlier.map(({ comment }) => comment)).toEqual(["First.", "Second."]);
    const deciding = await marksOf(attemptId, 8, "Decided.", [disputed]);
    expect(await markAttempt(markers[2]!, { attemptId, number: 3, ...deciding })).toEqual({ settled: true });
    expect(await resultsOf(attemptId)).toMatchObject([{ score: 0.8 }]);
    const shown = await marksShown(attemptId);
    expect(shown[agreed]!.comments).toEqual(["First.", "Second."]);
    expect(shown[disputed]).toEqual({ points: { [criterion]: 8 }, comments: ["Decided."] });
    await rescoresAlike(attemptId);
    await expectSoundRecords();
  });

  it("can be asked for after a result, which stands until somebody else has marked", async () => {
    const { actor, slug, attemptId } = await givenSubmitted();
    await mark(markers[0]!, attemptId, 1, 6);
    const asked = await Promise.allSettled(
      markers
        .slice(0, 5)
        .map((marker) => requestSecondMarking(marker, { attemptId, reason: "It was a close call." })),
    );
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of asked)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ reason: "second-marking-needless" });

    expect(await waits(markers[0]!, attemptId)).toBeUndefined();
    expect(await waits(markers[1]!, attemptId)).toBe(2);
    expect((await findAssessment(actor, slug)).standing).toMatchObject({
      state: "passed",
      last: { passed: true },
    });
    expect((await marksShown(attemptId))[1] ?? (await marksShown(attemptId))[2]).toBeDefined();
    await mark(markers[1]!, attemptId, 2, 2);
    expect(await resultsOf(attemptId)).toHaveLength(1);
    expect(await waits(markers[2]!, attemptId)).toBe(3);
    expect((await findAssessment(actor, slug)).standing.state).toBe("passed");
    await mark(markers[2]!, attemptId, 3, 2);
    expect(await resultsOf(attemptId)).toMatchObject([
      { cause: "marked", passed: true },
      { cause: "marked", passed: false },
    ]);
    expect((await findAssessment(actor, slug)).standing.state).toBe("failed");
    expect(await waits(markers[3]!, attemptId)).toBeUndefined();
    await expect(requestSecondMarking(markers[3]!, { attemptId, reason: "Again." })).rejects.toMatchObject({
      reason: "second-marking-needless",
    });
    await rescoresAlike(attemptId);
    await expectSoundRecords();
  });

  it("can be asked for with the first marks, and asks for a reason", async () => {
    const { attemptId } = await givenSubmitted();
    await expect(requestSecondMarking(markers[0]!, { attemptId, reason: " " })).rejects.toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
    const first = await marksOf(attemptId, 6);
    const asked = { attemptId, number: 1, ...first, second: "I know the customer." };
    expect(await markAttempt(markers[0]!, asked)).toEqual({ settled: false });
    expect(await waits(markers[1]!, attemptId)).toBe(2);
    expect(await mark(markers[1]!, attemptId, 2, 6)).toEqual({ settled: true });
  });

  it("never misses a request that arrives with the first marks", async () => {
    for (let round = 0; round < 4; round++) {
      const { attemptId } = await givenSubmitted();
      await Promise.all([
        mark(markers[0]!, attemptId, 1, 6),
        requestSecondMarking(markers[1]!, { attemptId, reason: "At the same moment." }),
      ]);
      expect(await waits(markers[2]!, attemptId)).toBe(2);
    }
  });

  it("is not for a test where the key decides alone", async () => {
    const slug = await givenWrittenTest({ sections: [{ title: "Facts", topics: ["facts"], draw: 1 }] });
    const { attemptId } = await givenSubmitted({ slug });
    await expect(requestSecondMarking(markers[0]!, { attemptId, reason: "Why not." })).rejects.toMatchObject(
      missing,
    );
    await expect(mark(markers[0]!, attemptId, 1, 6)).rejects.toMatchObject(missing);
    expect(await waits(markers[0]!, attemptId)).toBeUndefined();
  });
});
