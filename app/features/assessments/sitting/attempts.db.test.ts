import { describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { fiveKinds, givenAssessment, rightAnswers } from "../../../../tests/setup/given-assessment";
import { findAssessment, listAssessments } from "./assessment-queries.server";
import { findResult, findSitting } from "./attempt-queries.server";
import { saveAnswer } from "./save-answer.server";
import { startAttempt } from "./start-attempt.server";
import { submitAttempt } from "./submit-attempt.server";
import { submitOverdueAttempts } from "./submit-overdue-attempts.server";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const later = (milliseconds: number) => new Date(now().getTime() + milliseconds);
let counter = 0;
const given = (more: Parameters<typeof givenAssessment>[0] = {}) =>
  givenAssessment({ slug: `attempts-${++counter}`, ...more });

async function started(
  more: Parameters<typeof givenAssessment>[0] = {},
): Promise<{ actor: Actor; slug: string; attemptId: string }> {
  const [actor, slug] = [await givenPerson(), await given(more)];
  return { actor, slug, ...(await startAttempt(actor, { assessmentSlug: slug })) };
}

async function answerAll(actor: Actor, attemptId: string): Promise<void> {
  for (const { position, answer } of await rightAnswers(attemptId))
    await saveAnswer(actor, { attemptId, position, answer });
}

const recordsOf = (personId: string) =>
  db.evidenceRecord.findMany({
    where: { personId, kind: "test-submitted" },
    select: {
      id: true,
      outcome: true,
      score: true,
      occurredAt: true,
      actorId: true,
      document: true,
      clauses: { select: { clause: true } },
    },
  });

describe("starting", () => {
  it("gives parallel starts one attempt, and all land on it", async () => {
    const [actor, slug] = [await givenPerson(), await given()];
    const starts = await Promise.all(
      Array.from({ length: 6 }, () => startAttempt(actor, { assessmentSlug: slug })),
    );
    expect(new Set(starts.map((start) => start.attemptId)).size).toBe(1);
    expect(await db.attempt.count({ where: { personId: actor.personId } })).toBe(1);
    expect(await db.attemptItem.count({ where: { attemptId: starts[0]!.attemptId } })).toBe(5);
  });

  it("is refused outside the audience as if the assessment did not exist", async () => {
    const slug = await given({ audience: { jobRoles: ["account-executive"], regions: ["emea"] } });
    const inside = await givenPerson({ jobRole: "account-executive", region: "emea" });
    const outsiders = [
      await givenPerson({ jobRole: "account-executive", region: "asia-pacific" }),
      await givenPerson({ jobRole: "customer-service-associate", region: "emea" }),
      await givenPerson(),
    ];
    for (const actor of outsiders) {
      await expect(startAttempt(actor, { assessmentSlug: slug })).rejects.toMatchObject({
        reason: "not-found",
      });
      await expect(findAssessment(actor, slug)).rejects.toMatchObject({ reason: "not-found" });
      expect((await listAssessments(actor)).assessments.map((each) => each.slug)).not.toContain(slug);
    }
    await expect(startAttempt(inside, { assessmentSlug: slug })).resolves.toBeDefined();
    expect(
      (await listAssessments(inside)).assessments.find((each) => each.slug === slug)?.standing.state,
    ).toBe("open");
    await expect(startAttempt(inside, { assessmentSlug: "no-such" })).rejects.toMatchObject({
      reason: "not-found",
    });
  });

  it("holds to the waiting time and the number of attempts, and opens a fresh set later", async () => {
    const { actor, slug, attemptId } = await started({ attempts: { max: 2, waitHours: 24, renewDays: 10 } });
    await submitAttempt(actor, { attemptId });
    const again = () => startAttempt(actor, { assessmentSlug: slug });
    await expect(again()).rejects.toMatchObject({ reason: "wait-not-over" });
    await at(later(25 * HOUR), async () => {
      expect((await findAssessment(actor, slug)).standing).toMatchObject({ state: "failed", left: 1 });
      await submitAttempt(actor, await again());
    });
    await at(later(72 * HOUR), async () => {
      await expect(again()).rejects.toMatchObject({ reason: "no-attempt-left" });
      expect((await findAssessment(actor, slug)).standing).toMatchObject({ state: "waiting", left: 0 });
    });
    await at(later(12 * 24 * HOUR), async () => expect(await again()).toBeDefined());
  });

  it("draws unseen questions on the second attempt", async () => {
    const questions = [1, 2].map((n) => ({ ...fiveKinds[2], id: `question-${n}`, prompt: `Number ${n}?` }));
    const sections = [{ title: "One", clauses: ["iso-9001:2015/7"], draw: 1 }];
    const { actor, slug, attemptId } = await started({
      questions,
      sections,
      attempts: { max: 3, waitHours: 0 },
    });
    await submitAttempt(actor, { attemptId });
    const second = await startAttempt(actor, { assessmentSlug: slug });
    const items = await db.attemptItem.findMany({
      where: { attemptId: { in: [attemptId, second.attemptId] } },
      select: { questionVersionId: true },
    });
    expect(new Set(items.map((item) => item.questionVersionId)).size).toBe(2);
  });
});

describe("answering", () => {
  it("keeps answers over a closed laptop, and changes of mind", async () => {
    const { actor, attemptId } = await started();
    const [first] = await rightAnswers(attemptId);
    await saveAnswer(actor, { attemptId, position: 1, answer: first!.answer });
    await at(later(29 * MINUTE), async () => {
      const sitting = await findSitting(actor, { attemptId, place: 0 });
      const answered = sitting!.section!.questions.filter((question) => question.answer !== null);
      expect(answered.map((question) => question.position)).toEqual([1]);
      expect(sitting!.sections[0]!.unanswered).toEqual([2, 3]);
      await saveAnswer(actor, { attemptId, position: 1, answer: null });
      expect((await findSitting(actor, { attemptId, place: 0 }))!.sections[0]!.unanswered).toEqual([1, 2, 3]);
    });
  });

  it("refuses an answer after the deadline, and counts what was saved before", async () => {
    const { actor, attemptId } = await started();
    const answers = await rightAnswers(attemptId);
    for (const { position, answer } of answers.slice(0, 4))
      await saveAnswer(actor, { attemptId, position, answer });
    const { deadlineAt } = await db.attempt.findUniqueOrThrow({
      where: { id: attemptId },
      select: { deadlineAt: true },
    });
    await at(deadlineAt, async () => {
      const { position, answer } = answers[4]!;
      await expect(saveAnswer(actor, { attemptId, position, answer })).rejects.toMatchObject({
        reason: "attempt-late",
      });
    });
    await at(new Date(deadlineAt.getTime() + HOUR), async () => {
      await submitAttempt(actor, { attemptId });
      const result = await findResult(actor, attemptId);
      expect(result).toMatchObject({ score: 0.8, passed: true, timeUp: true, submittedAt: deadlineAt });
      await expect(saveAnswer(actor, { attemptId, position: 1, answer: null })).rejects.toMatchObject({
        reason: "attempt-late",
      });
    });
    const [record] = await recordsOf(actor.personId);
    expect(record).toMatchObject({ outcome: "passed", actorId: null, occurredAt: deadlineAt });
  });

  it("takes an answer in the last millisecond", async () => {
    const { actor, attemptId } = await started();
    const { deadlineAt } = await db.attempt.findUniqueOrThrow({
      where: { id: attemptId },
      select: { deadlineAt: true },
    });
    const [first] = await rightAnswers(attemptId);
    await at(new Date(deadlineAt.getTime() - 1), () => saveAnswer(actor, { attemptId, ...first! }));
  });

  it("refuses answers to a submitted attempt", async () => {
    const { actor, attemptId } = await started();
    expect(await submitAttempt(actor, { attemptId })).toEqual({ passed: false });
    await expect(saveAnswer(actor, { attemptId, position: 1, answer: null })).rejects.toMatchObject({
      reason: "attempt-submitted",
    });
  });

  it("hides someone else's attempt, whoever they are", async () => {
    const { attemptId } = await started();
    const [right] = await rightAnswers(attemptId);
    for (const other of [
      await givenPerson(),
      await givenPerson({ access: ["manager", "auditor", "admin"] }),
    ]) {
      const missing = { reason: "not-found" };
      await expect(saveAnswer(other, { attemptId, ...right! })).rejects.toMatchObject(missing);
      await expect(submitAttempt(other, { attemptId })).rejects.toMatchObject(missing);
      await expect(findSitting(other, { attemptId, place: 0 })).rejects.toMatchObject(missing);
      await expect(findResult(other, attemptId)).rejects.toMatchObject(missing);
    }
    expect(await db.attemptItem.count({ where: { attemptId, answer: { not: null } } })).toBe(0);
  });

  it("refuses unknown positions and malformed answers, and saves nothing of them", async () => {
    const { actor, attemptId } = await started();
    for (const position of [0, 6, -1, 1.5, NaN])
      await expect(saveAnswer(actor, { attemptId, position, answer: null })).rejects.toMatchObject({
        reason: "not-found",
      });
    const items = await db.attemptItem.findMany({
      where: { attemptId },
      select: { position: true, served: true, question: { select: { kind: true } } },
    });
    for (const { position, served, question } of items) {
      const ids = JSON.parse(served) as string[];
      const bad: unknown[] = [
        "a",
        1,
        [],
        {},
        { chosen: ["unknown"] },
        { chosen: "x" },
        { chosen: [1] },
        { order: ["x"] },
        { number: 5 },
      ];
      if (question.kind === "numeric") bad.push({ number: "twelve" }, { number: "1".repeat(50) });
      if (question.kind === "ordering") bad.push({ order: ids.slice(1) }, { order: ids.map(() => ids[0]) });
      if (question.kind === "single") bad.push({ chosen: ids.slice(0, 2) });
      for (const answer of bad)
        await expect(
          saveAnswer(actor, { attemptId, position, answer }),
          JSON.stringify({ kind: question.kind, answer }),
        ).rejects.toThrow(
          expect.objectContaining({
            reason: expect.stringMatching(/^(unreadable-answer|not-a-number|incomplete-order)$/) as string,
          }),
        );
    }
    expect(await db.attemptItem.count({ where: { attemptId, answer: { not: null } } })).toBe(0);
  });
});

describe("submitting", () => {
  it("gives parallel submissions one record, and no error to the second", async () => {
    const { actor, attemptId } = await started();
    await answerAll(actor, attemptId);
    const closed = await Promise.all(Array.from({ length: 5 }, () => submitAttempt(actor, { attemptId })));
    expect(closed.filter((each) => each !== null)).toEqual([{ passed: true }]);
    expect(await submitAttempt(actor, { attemptId })).toBeNull();
    const records = await recordsOf(actor.personId);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ outcome: "passed", score: 1, actorId: actor.personId });
    expect(records[0]!.clauses.map((row) => row.clause).sort()).toEqual([
      "iso-9001:2015/7.2",
      "iso-9001:2015/7.3",
      "iso-9001:2015/8.2.3",
    ]);
    const messages = await db.outboxMessage.findMany({
      where: { topic: "evidence-recorded" },
      select: { payload: true },
    });
    expect(messages.filter((message) => message.payload.includes(actor.personId))).toHaveLength(1);
  });

  it("scores exactly the answers that were taken when answers and submission race", async () => {
    for (let round = 0; round < 6; round++) {
      const { actor, attemptId } = await started();
      const answers = await rightAnswers(attemptId);
      const work = answers.map((each) =>
        saveAnswer(actor, { attemptId, ...each }).then(
          () => true,
          () => false,
        ),
      );
      const [, ...taken] = await Promise.all([submitAttempt(actor, { attemptId }), ...work]);
      const result = await findResult(actor, attemptId);
      expect(result!.points).toBe(taken.filter(Boolean).length);
      const [record] = await recordsOf(actor.personId);
      expect((JSON.parse(record!.document) as { points: number }).points).toBe(result!.points);
    }
  });

  it("submits what was left open past its deadline, once, from the background and on access", async () => {
    const first = await started();
    const second = await started();
    const third = await started();
    await at(later(31 * MINUTE), async () => {
      expect(await findSitting(second.actor, { attemptId: second.attemptId, place: 0 })).toBeNull();
      await Promise.all([
        submitOverdueAttempts(),
        submitOverdueAttempts(),
        findResult(third.actor, third.attemptId),
      ]);
      expect(await submitOverdueAttempts()).toBe(0);
    });
    for (const { actor } of [first, second, third]) expect(await recordsOf(actor.personId)).toHaveLength(1);
  });

  it("starting anew submits an overdue attempt first", async () => {
    const { actor, slug } = await started({ attempts: { max: 3, waitHours: 0 } });
    await at(later(31 * MINUTE), async () => {
      await startAttempt(actor, { assessmentSlug: slug });
      expect(await recordsOf(actor.personId)).toHaveLength(1);
      expect(await db.attempt.count({ where: { personId: actor.personId, status: "open" } })).toBe(1);
    });
  });

  it("leaves the database refusing any change to a submitted attempt", async () => {
    const { actor, attemptId } = await started();
    await submitAttempt(actor, { attemptId });
    await expect(
      db.attempt.updateMany({ where: { id: attemptId }, data: { passed: true } }),
    ).rejects.toThrow();
    await expect(
      db.attemptItem.updateMany({ where: { attemptId }, data: { answer: "{}" } }),
    ).rejects.toThrow();
  });
});

describe("a revision published while someone sits", () => {
  it("does not touch the attempt: its paper, its rules and its result stay", async () => {
    const { actor, slug, attemptId } = await started();
    const before = await findSitting(actor, { attemptId, place: 1 });
    const harder = fiveKinds.map((question) => ({
      ...question,
      prompt: "Changed?",
      explanation: "Changed.",
    }));
    await givenAssessment({ slug, questions: harder, passMark: 1, minutes: 5, title: "Renamed" });
    expect((await findAssessment(actor, slug)).title).toBe("Renamed");
    const after = await findSitting(actor, { attemptId, place: 1 });
    expect({ ...after, serverNow: 0 }).toEqual({ ...before, serverNow: 0 });
    for (const { position, answer } of (await rightAnswers(attemptId)).slice(0, 4))
      await saveAnswer(actor, { attemptId, position, answer });
    await submitAttempt(actor, { attemptId });
    expect(await findResult(actor, attemptId)).toMatchObject({
      passed: true,
      passMark: 0.8,
      title: before!.title,
    });
  });
});
