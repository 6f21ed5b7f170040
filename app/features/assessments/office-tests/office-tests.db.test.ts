import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAssessment } from "../../../../tests/setup/given-assessment";
import {
  givenOpenSitting,
  givenSitting,
  versionOf,
  workThrough,
} from "../../../../tests/setup/given-regrade";
import { regradeProgress } from "../regrading/regrade-progress.server";
import { regrade } from "../regrading/regrade.server";
import { analyseTest } from "./analyse-test.server";
import { findQuestion } from "./find-question.server";
import { listTests } from "./list-tests.server";

let admin: Actor;
let manager: Actor;
const which = { test: "office", question: "single-one", version: null };

beforeAll(async () => {
  admin = await givenPerson({ access: "admin" });
  manager = await givenPerson({ access: "manager" });
  await givenAssessment({ slug: "office", title: "Office test" });
  await givenSitting("office");
  await givenSitting("office", ["single-one"]);
  await givenSitting("office", ["single-one", "true-one"]);
});

describe("tests in the office", () => {
  it("are listed with what they came to, to those who run them", async () => {
    const { tests } = await listTests(admin, { after: null });
    expect(tests.find(({ slug }) => slug === "office")).toMatchObject({
      title: "Office test",
      revision: 1,
      sittings: 3,
      passed: 2 / 3,
      waiting: 0,
      appeals: 0,
    });
    expect(await listTests(manager, { after: null })).toEqual({ tests: [], next: null });
    await expect(listTests(await givenPerson(), { after: null })).rejects.toBeInstanceOf(NotFound);
  });

  it("of the content folder are hidden from managers, and so are their questions", async () => {
    await expect(analyseTest(manager, "office")).rejects.toBeInstanceOf(NotFound);
    await expect(findQuestion(manager, which)).rejects.toBeInstanceOf(NotFound);
  });

  it("are analysed from everyone's first sitting", async () => {
    const { figures, questions, bins, enough, latest } = await analyseTest(admin, "office");
    expect([figures.n, enough, latest]).toEqual([3, false, null]);
    expect(bins.reduce((sum, count) => sum + count, 0)).toBe(3);
    const single = questions.find(({ address }) => address === "single-one")!;
    expect(single).toMatchObject({ asked: 3, n: 3, inForce: true, clause: "iso-9001:2015/7.2" });
    expect(single.difficulty).toBeCloseTo(1 / 3);
    expect(single.prompt).toBe("Which one is right?");
    expect(JSON.stringify(questions)).not.toContain('"correct"');
  });
});

describe("a question in the office", () => {
  it("is shown with its key and figures, but for nobody who is answering it", async () => {
    const { found, told } = await findQuestion(admin, which);
    expect(found.versions).toMatchObject([{ inForce: true, asked: 3 }]);
    expect(told!.key.explanation).toContain("Secret explanation of single.");
    expect(told!.quality).toMatchObject({ asked: 3 });

    const other = await givenPerson({ access: "admin" });
    await givenOpenSitting("office", [], other);
    const during = await findQuestion(other, which);
    expect(during.told).toBeNull();
    expect(JSON.stringify(during)).not.toMatch(/secret (reason|explanation)|because it is right/i);
  });

  it("that is not in the test is not found", async () => {
    await givenAssessment({ slug: "elsewhere", questions: undefined });
    for (const question of ["unknown", "elsewhere.single-one", "a.b.c"])
      await expect(findQuestion(admin, { ...which, question })).rejects.toBeInstanceOf(NotFound);
    const version = await versionOf("elsewhere", "single-one");
    await expect(findQuestion(admin, { ...which, version })).rejects.toBeInstanceOf(NotFound);
  });

  it("says how far its results have followed a regrade", async () => {
    const versionId = await versionOf("office", "number-one");
    const { regradeId } = await regrade(admin, {
      questionVersionId: versionId,
      treatment: "full-credit",
      reason: "The number is out of date.",
      seen: null,
    });
    expect(await regradeProgress(versionId, regradeId)).toEqual({ done: 0, total: 3 });
    await workThrough(regradeId);
    await db.outboxMessage.deleteMany({
      where: { topic: "question-regraded", payload: { contains: '""}' } },
    });
    expect(await regradeProgress(versionId, regradeId)).toBeNull();
    const { told } = await findQuestion(admin, { ...which, question: "number-one" });
    expect(told!.regrades).toMatchObject([{ treatment: "full-credit", by: admin.name }]);
  });
});
