import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { db, transaction } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenBank, givenStudioTest, testSource, trueOrFalse } from "../../../../tests/setup/given-bank";
import { blueprintOf } from "../blueprints/blueprints.server";
import { lockBank } from "../banks/bank-policy.server";
import { saveQuestion } from "../banks/save-question.server";
import { startAttempt } from "../sitting/start-attempt.server";
import { archiveTest, restoreTest } from "./archive-test.server";
import { createTest } from "./create-test.server";
import { publishTest, saveTestDraft } from "./save-test.server";
import { findTestSettings } from "./test-queries.server";

const manager = () => givenPerson({ access: "manager" });
const none = () => Promise.resolve(new Set<string>());
const aTest = (actor: Parameters<typeof createTest>[0]) =>
  createTest(actor, { title: "Order desk test", summary: "About orders." }, none);

describe("a test of the studio", () => {
  it("is kept while incomplete, and published when it can be drawn", async () => {
    const actor = await manager();
    const bank = await givenBank(actor);
    const slug = await aTest(actor);
    await saveTestDraft(actor, { slug, version: 1, source: { title: "Renamed", summary: "S" } });
    expect(await findTestSettings(actor, slug)).toMatchObject({
      version: 2,
      state: "draft",
      title: "Renamed",
    });
    const learner = await givenPerson();
    const begin = () => startAttempt(learner, { assessmentSlug: slug });
    await expect(begin()).rejects.toMatchObject({ reason: "not-found" });
    await publishTest(actor, { slug, version: 2, source: testSource(bank) });
    expect(await findTestSettings(actor, slug)).toMatchObject({
      state: "published",
      available: [3],
      behind: null,
      banks: [{ slug: bank }],
    });
    await expect(begin()).resolves.toBeDefined();
  });

  it("is not published with a bank that is too small, of somebody else, or for an audience that is gone", async () => {
    const [actor, other] = [await manager(), await manager()];
    const [bank, foreign] = [await givenBank(actor), await givenBank(other)];
    const slug = await aTest(actor);
    const section = { title: "Four", clauses: [], topics: [], draw: 4 };
    const publish = (more: Parameters<typeof testSource>[1]) =>
      publishTest(actor, { slug, version: 1, source: testSource(bank, more) });
    await expect(
      publish({ sections: [{ ...testSource(bank).sections[0]! }, { ...section, banks: [bank] }] }),
    ).rejects.toMatchObject({
      reason: "bank-too-small",
      fields: { "sections.1.draw": [expect.stringContaining("“Four” draws 4")] },
    });
    await expect(publish({ sections: [{ ...section, banks: [foreign] }] })).rejects.toMatchObject({
      reason: "unknown-bank",
      fields: { "sections.0.banks": [expect.any(String)] },
    });
    await expect(publish({ audience: { jobRoles: ["none"], regions: [] } })).rejects.toMatchObject({
      reason: "unknown-audience",
    });
    expect(await findTestSettings(actor, slug)).toMatchObject({ state: "draft", version: 1 });
  });

  it("lets one of several publications at once win", async () => {
    const actor = await manager();
    const bank = await givenBank(actor);
    const slug = await aTest(actor);
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) =>
        publishTest(actor, { slug, version: 1, source: testSource(bank, { minutes: 10 + n }) }),
      ),
    );
    const lost = tries.filter((each) => each.status === "rejected");
    expect(lost).toHaveLength(5);
    for (const each of lost) expect(each.reason).toMatchObject({ reason: "test-conflict" });
    expect(await db.assessmentRevision.count({ where: { assessment: { slug } } })).toBe(1);
  });

  it("is not there for others, but for administrators", async () => {
    const [actor, other] = [await manager(), await manager()];
    const bank = await givenBank(actor);
    const slug = await givenStudioTest(actor, bank);
    const missing = { reason: "not-found" };
    await expect(findTestSettings(other, slug)).rejects.toMatchObject(missing);
    await expect(publishTest(other, { slug, version: 2, source: testSource(bank) })).rejects.toMatchObject(
      missing,
    );
    await expect(archiveTest(other, { slug })).rejects.toMatchObject(missing);
    await expect(createTest(await givenPerson(), { title: "T", summary: "S" }, none)).rejects.toMatchObject(
      missing,
    );
    const admin = await givenPerson({ access: "admin" });
    await expect(publishTest(admin, { slug, version: 2, source: testSource(bank) })).resolves.toBeDefined();
  });

  it("comes back from the archive with the questions as they are by then", async () => {
    const actor = await manager();
    const bank = await givenBank(actor);
    const slug = await givenStudioTest(actor, bank);
    await archiveTest(actor, { slug });
    const learner = await givenPerson();
    await expect(startAttempt(learner, { assessmentSlug: slug })).rejects.toMatchObject({
      reason: "not-found",
    });
    const revisions = () => db.assessmentRevision.count({ where: { assessment: { slug } } });
    await saveQuestion(actor, { bank, number: 1, source: trueOrFalse("one", { answer: false }) });
    expect(await revisions()).toBe(1);
    await restoreTest(actor, { slug });
    expect(await revisions()).toBe(2);
    await expect(startAttempt(learner, { assessmentSlug: slug })).resolves.toBeDefined();
  });

  it("draws what its banks hold, also when a question is changed at the moment of publishing", async () => {
    const actor = await manager();
    const bank = await givenBank(actor);
    const slug = await aTest(actor);
    let published = false;
    let publishing: Promise<unknown> = Promise.resolve();
    await transaction(async (tx) => {
      await lockBank(tx, actor, bank);
      publishing = publishTest(actor, { slug, version: 1, source: testSource(bank) }).then(
        () => (published = true),
      );
      await sleep(400);
      expect(published).toBe(false);
    });
    await Promise.all([
      publishing,
      ...["one", "two", "three"].map((id) =>
        saveQuestion(actor, { bank, number: 1, source: trueOrFalse(id, { prompt: "Changed?" }) }),
      ),
    ]);
    const { questions } = await db.bank.findUniqueOrThrow({
      where: { slug: bank },
      select: { questions: { orderBy: { questionId: "asc" }, select: { versionId: true } } },
    });
    const { currentRevisionId } = await db.assessment.findUniqueOrThrow({
      where: { slug },
      select: { currentRevisionId: true },
    });
    const drawn = (await blueprintOf(currentRevisionId!)).questions.map(({ version }) => version);
    expect(drawn.sort()).toEqual(questions.map(({ versionId }) => versionId).sort());
  });
});
