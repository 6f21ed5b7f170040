import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { Conflict, Forbidden, Invalid, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAssessment } from "../../../../tests/setup/given-assessment";
import {
  givenOpenSitting,
  givenSitting,
  resultsOf,
  versionOf,
  workThrough,
} from "../../../../tests/setup/given-regrade";
import { saveAnswer } from "../sitting/save-answer.server";
import { startAttempt } from "../sitting/start-attempt.server";
import { submitAttempt } from "../sitting/submit-attempt.server";
import { applyRegrade } from "./apply-regrade.server";
import { regradeChanges } from "./regrade-changes.server";
import { regrade } from "./regrade.server";

const REASON = "The question names a form that was withdrawn.";
let counter = 0;
let admin: Actor;

beforeAll(async () => {
  admin = await givenPerson({ access: "admin" });
});

async function given(passMark = 0.9) {
  const slug = await givenAssessment({ slug: `regrade-${++counter}`, passMark });
  const single = () => versionOf(slug, "single-one");
  return { slug, single };
}

const fullCredit = (questionVersionId: string, seen: string | null = null) =>
  regrade(admin, { questionVersionId, treatment: "full-credit", reason: REASON, seen });

describe("regrade", () => {
  it("raises a failed attempt to a pass, with evidence of why and by whom", async () => {
    const { slug, single } = await given();
    const { attemptId, actor } = await givenSitting(slug, ["single-one"]);
    const { regradeId } = await fullCredit(await single());
    await workThrough(regradeId);
    expect(await resultsOf(attemptId)).toEqual([
      { number: 1, cause: "submitted", score: 0.8, passed: false },
      { number: 2, cause: "regraded", score: 1, passed: true },
    ]);
    const evidence = await db.evidenceRecord.findFirstOrThrow({
      where: { personId: actor.personId, kind: "test-regraded" },
    });
    expect(evidence).toMatchObject({ outcome: "passed", score: 1, reason: REASON, actorId: admin.personId });
    expect(
      await db.outboxMessage.count({
        where: { topic: "evidence-recorded", payload: { contains: actor.personId } },
      }),
    ).toBe(1);
  });

  it("leaves alone whose result stays the same, and tells the others and whoever regraded it", async () => {
    const { slug, single } = await given();
    const versionId = await single();
    const same = await givenSitting(slug);
    const rose = await givenSitting(slug, ["single-one"]);
    const mailsTo = ({ email }: Actor) =>
      db.outboxMessage.findMany({
        where: { topic: "email", payload: { contains: email } },
        select: { payload: true },
      });
    const { regradeId } = await fullCredit(versionId);
    await workThrough(regradeId);
    expect(await resultsOf(same.attemptId)).toHaveLength(1);
    expect(await db.evidenceRecord.count({ where: { personId: same.actor.personId } })).toBe(1);
    expect(await mailsTo(same.actor)).toEqual([]);
    const mails = await mailsTo(rose.actor);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.payload).toContain(
      "Your score is 100% now, passed; 90% is needed. It was 80%, not passed.",
    );
    const { recordedAt } = await db.regrade.findUniqueOrThrow({ where: { id: regradeId } });
    expect(await regradeChanges(versionId, recordedAt)).toEqual({
      changed: [
        {
          attemptId: rose.attemptId,
          name: rose.actor.name,
          before: { score: 0.8, passed: false },
          after: { score: 1, passed: true },
        },
      ],
      more: false,
    });
  });

  it("takes a point from those who had it when a question is dropped, and counts it for nobody", async () => {
    const { slug, single } = await given();
    const [right, wrong] = [await givenSitting(slug, ["true-one"]), await givenSitting(slug, ["single-one"])];
    const { regradeId } = await regrade(admin, {
      questionVersionId: await single(),
      treatment: "drop",
      reason: REASON,
      seen: null,
    });
    await workThrough(regradeId);
    expect((await resultsOf(right.attemptId)).at(-1)).toMatchObject({ score: 0.75, passed: false });
    expect((await resultsOf(wrong.attemptId)).at(-1)).toMatchObject({ score: 1, passed: true });
  });

  it("judges by another key", async () => {
    const { slug, single } = await given();
    const [kept, changed] = [await givenSitting(slug), await givenOpenSitting(slug, ["single-one"])];
    const versionId = await single();
    const { position, served } = await db.attemptItem.findFirstOrThrow({
      where: { attemptId: changed.attemptId, questionVersionId: versionId },
    });
    const { key } = await db.questionVersion.findUniqueOrThrow({ where: { id: versionId } });
    const [correct] = (JSON.parse(key) as { correct: string[] }).correct;
    const other = (JSON.parse(served) as string[]).find((id) => id !== correct)!;
    await saveAnswer(changed.actor, {
      attemptId: changed.attemptId,
      position,
      answer: { chosen: [other] },
    });
    await submitAttempt(changed.actor, changed);
    const { regradeId } = await regrade(admin, {
      questionVersionId: versionId,
      treatment: "new-key",
      newKey: { right: [correct!, other] },
      reason: REASON,
      seen: null,
    });
    await workThrough(regradeId);
    expect((await resultsOf(changed.attemptId)).at(-1)).toMatchObject({ score: 1, passed: true });
    expect((await resultsOf(kept.attemptId)).at(-1)).toMatchObject({ score: 1, passed: true });
  });

  it("gives one result however often and however much at once its message is delivered", async () => {
    const { slug, single } = await given();
    const sittings = [await givenSitting(slug), await givenSitting(slug, ["single-one"])];
    const { regradeId } = await fullCredit(await single());
    await Promise.allSettled(Array.from({ length: 5 }, () => applyRegrade({ regradeId, after: "" })));
    await workThrough(regradeId);
    const causes = await Promise.all(
      sittings.map(async ({ attemptId }) => (await resultsOf(attemptId)).map(({ cause }) => cause)),
    );
    expect(causes).toEqual([["submitted"], ["submitted", "regraded"]]);
  });

  it("lets one of several who regrade a question at once through, and tells the others", async () => {
    const { slug, single } = await given();
    const { attemptId } = await givenSitting(slug, ["single-one"]);
    const versionId = await single();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => fullCredit(versionId)));
    const refused = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(5);
    for (const error of refused) expect(error).toBeInstanceOf(Conflict);
    const [row] = await db.regrade.findMany({ where: { questionVersionId: versionId } });
    await workThrough(row!.id);
    expect(await resultsOf(attemptId)).toHaveLength(2);
  });

  it("is superseded by a later one of the same question, whose message does all of the work", async () => {
    const { slug, single } = await given();
    const { attemptId } = await givenSitting(slug, ["single-one"]);
    const first = await fullCredit(await single());
    const second = await regrade(admin, {
      questionVersionId: await single(),
      treatment: "drop",
      reason: "It should count for nobody.",
      seen: first.regradeId,
    });
    await workThrough(first.regradeId);
    expect(await resultsOf(attemptId)).toHaveLength(1);
    await workThrough(second.regradeId);
    expect((await resultsOf(attemptId)).at(-1)).toMatchObject({ number: 2, score: 1 });
    const back = await regrade(admin, {
      questionVersionId: await single(),
      treatment: "full-credit",
      reason: "Everyone gets the point after all.",
      seen: second.regradeId,
    });
    await workThrough(back.regradeId);
    /* The question counts again, and the result is the same. */
    expect((await resultsOf(attemptId)).map(({ number }) => number)).toEqual([1, 2]);
  });

  it("reaches an attempt that is submitted at the same moment, once", async () => {
    const { slug, single } = await given();
    const versionId = await single().catch(() => "");
    const open = await Promise.all(Array.from({ length: 5 }, () => givenOpenSitting(slug, ["single-one"])));
    const [{ regradeId }] = await Promise.all([
      fullCredit(versionId || (await single())),
      ...open.map(({ actor, attemptId }) => submitAttempt(actor, { attemptId })),
    ]);
    await workThrough(regradeId);
    for (const { attemptId } of open) {
      const results = await resultsOf(attemptId);
      expect(results.at(-1)).toMatchObject({ score: 1, passed: true });
      expect(results.length).toBeLessThanOrEqual(2);
    }
  });

  it("counts for an attempt that is open when that is submitted, and is drawn no more", async () => {
    const { slug, single } = await given();
    const { actor, attemptId } = await givenOpenSitting(slug, ["single-one"]);
    const { regradeId } = await fullCredit(await single());
    await workThrough(regradeId);
    expect(await resultsOf(attemptId)).toEqual([]);
    await submitAttempt(actor, { attemptId });
    expect(await resultsOf(attemptId)).toEqual([{ number: 1, cause: "submitted", score: 1, passed: true }]);
    await workThrough(regradeId);
    expect(await resultsOf(attemptId)).toHaveLength(1);
    await expect(startAttempt(await givenPerson(), { assessmentSlug: slug })).rejects.toBeInstanceOf(
      Conflict,
    );
  });
});

describe("regrade refuses", () => {
  it("whoever does not run the test, as if the question did not exist", async () => {
    const { slug, single } = await given();
    await givenSitting(slug);
    const input = {
      questionVersionId: await single(),
      treatment: "drop",
      reason: REASON,
      seen: null,
    } as const;
    for (const who of [{}, { access: "auditor" }, { access: "manager" }] as const)
      await expect(regrade(await givenPerson(who), input)).rejects.toBeInstanceOf(NotFound);
  });

  it("a manager whose question stands in somebody else's test too", async () => {
    const manager = await givenPerson({ access: "manager" });
    const { slug, single } = await given();
    await givenSitting(slug);
    await db.assessment.update({ where: { slug }, data: { ownerId: manager.personId } });
    const input = {
      questionVersionId: await single(),
      treatment: "drop",
      reason: REASON,
      seen: null,
    } as const;
    const { blueprint } = await db.assessmentRevision.findFirstOrThrow({ where: { assessment: { slug } } });
    await db.assessment.create({
      data: {
        id: `other-${slug}`,
        slug: `other-${slug}`,
        title: "Other",
        summary: "",
        revisions: {
          create: { id: `other-${slug}`, number: 1, blueprint, publishedAt: now() },
        },
      },
    });
    await expect(regrade(manager, input)).rejects.toBeInstanceOf(Forbidden);
    expect(await db.regrade.count({ where: { questionVersionId: input.questionVersionId } })).toBe(0);
  });

  it("whoever has answered it in a test themselves: their own result would change", async () => {
    const { slug, single } = await given();
    const sitter = await givenPerson({ access: "admin" });
    await givenSitting(slug, ["single-one"], sitter);
    const request = {
      questionVersionId: await single(),
      treatment: "full-credit",
      reason: REASON,
      seen: null,
    } as const;
    await expect(regrade(sitter, request)).rejects.toMatchObject({ reason: "own-result" });
    await expect(regrade(admin, request)).resolves.toBeDefined();
  });

  it("who is answering the question, what has no reason and what changes nothing", async () => {
    const { slug, single } = await given();
    await givenSitting(slug);
    const questionVersionId = await single();
    const short = { questionVersionId, treatment: "drop", reason: "Faulty", seen: null } as const;
    await expect(regrade(admin, short)).rejects.toBeInstanceOf(Invalid);
    const { key } = await db.questionVersion.findUniqueOrThrow({ where: { id: questionVersionId } });
    const { correct } = JSON.parse(key) as { correct: string[] };
    const same = {
      questionVersionId,
      treatment: "new-key",
      newKey: { right: correct },
      reason: REASON,
    } as const;
    await expect(regrade(admin, { ...same, seen: null })).rejects.toBeInstanceOf(Invalid);
    await startAttempt(admin, { assessmentSlug: slug });
    await expect(fullCredit(questionVersionId)).rejects.toMatchObject({ reason: "being-answered" });
  });
});
