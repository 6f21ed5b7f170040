import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenBank, givenStudioTest, trueOrFalse } from "../../../../tests/setup/given-bank";
import { findSitting } from "../sitting/attempt-queries.server";
import { startAttempt } from "../sitting/start-attempt.server";
import { questionSource } from "../questions/question-source";
import { addFigures } from "./bank-figures.server";
import { findQuestion, listBanks, listQuestions } from "./bank-queries.server";
import { createBank, renameBank } from "./create-bank.server";
import { readQuestionFilter } from "./question-filter";
import { saveQuestion } from "./save-question.server";
import { restoreQuestion, withdrawQuestion } from "./withdraw-question.server";
import { withoutQuestion } from "../authoring/follow-bank.server";

const manager = () => givenPerson({ access: "manager" });
const filter = (query = "") => readQuestionFilter(new URLSearchParams(query));

async function versionsDrawn(attemptId: string): Promise<string[]> {
  const items = await db.attemptItem.findMany({ where: { attemptId }, select: { questionVersionId: true } });
  return items.map((item) => item.questionVersionId).sort();
}

async function promptsOf(actor: Awaited<ReturnType<typeof manager>>, attemptId: string): Promise<string> {
  const sitting = await findSitting(actor, { attemptId, place: "resume" });
  return JSON.stringify(sitting?.section);
}

async function versionInForce(bank: string, questionId: string): Promise<string> {
  const row = await db.bankQuestion.findFirstOrThrow({
    where: { bank: { slug: bank }, questionId },
    select: { versionId: true },
  });
  return row.versionId;
}

describe("a bank", () => {
  it("is its owner's and the administrators', and nobody else learns of it", async () => {
    const [owner, other, admin, learner] = [
      await manager(),
      await manager(),
      await givenPerson({ access: "admin" }),
      await givenPerson(),
    ];
    const bank = await givenBank(owner);
    const missing = { reason: "not-found" };
    for (const actor of [other, learner]) {
      await expect(listQuestions(actor, bank, filter())).rejects.toMatchObject(missing);
      await expect(findQuestion(actor, bank, "one")).rejects.toMatchObject(missing);
      await expect(renameBank(actor, { bank, title: "Mine" })).rejects.toMatchObject(missing);
      await expect(withdrawQuestion(actor, { bank, questionId: "one" })).rejects.toMatchObject(missing);
      await expect(
        saveQuestion(actor, { bank, number: 1, source: trueOrFalse("one", { answer: false }) }),
      ).rejects.toMatchObject(missing);
      await expect(addFigures(actor, { bank, figures: [] })).rejects.toMatchObject(missing);
    }
    expect((await listBanks(other, null)).banks).toEqual([]);
    expect((await listBanks(owner, null)).banks).toMatchObject([{ slug: bank, questions: 3, owner: null }]);
    expect((await listBanks(admin, null)).banks).toContainEqual(
      expect.objectContaining({ slug: bank, owner: owner.name }),
    );
    expect((await listQuestions(admin, bank, filter())).questions).toHaveLength(3);
  });

  it("gets an address of its own, however many begin at once, and none that a test has", async () => {
    const actor = await manager();
    const slugs = await Promise.all(
      Array.from({ length: 6 }, () => createBank(actor, { title: "Same title" })),
    );
    expect(new Set(slugs).size).toBe(6);
    const first = await givenBank(actor, [trueOrFalse("a")], "Returns");
    const test = await givenStudioTest(actor, first, {
      title: "Returns",
      sections: [{ title: "A", banks: [first], clauses: [], topics: [], draw: 1 }],
    });
    expect([first, test, await createBank(actor, { title: "Returns" })]).toEqual([
      "returns",
      "returns-2",
      "returns-3",
    ]);
    expect(await createBank(actor, { title: "校正" })).toMatch(/^bank/);
  });

  it("pages and filters its questions by id", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, []);
    const ids = Array.from({ length: 53 }, (_, n) => `q-${String(n).padStart(2, "0")}`);
    for (const id of ids)
      await saveQuestion(actor, {
        bank,
        number: null,
        source: trueOrFalse(id, {
          prompt: id === "q-07" ? 'Who said "50 % of Ärger"?' : `Is ${id} so?`,
          ...(id === "q-08" ? { difficulty: "hard", tags: ["returns"] } : {}),
        }),
      });
    const first = await listQuestions(actor, bank, filter());
    expect(first.questions.map(({ questionId }) => questionId)).toEqual(ids.slice(0, 50));
    const second = await listQuestions(actor, bank, filter(`after=${first.next}`));
    expect(second.questions.map(({ questionId }) => questionId)).toEqual(ids.slice(50));
    expect(second.next).toBeNull();
    const found = async (query: string) =>
      (await listQuestions(actor, bank, filter(query))).questions.map(({ questionId }) => questionId);
    expect(await found(`text=${encodeURIComponent('"50 %')}`)).toEqual(["q-07"]);
    expect(await found("text=%25%25%25")).toEqual([]);
    expect(await found("difficulty=hard")).toEqual(["q-08"]);
    expect(await found("topic=returns")).toEqual(["q-08"]);
    expect(await found("kind=numeric")).toEqual([]);
    expect((await found("topic=order-desk&kind=true-false")).length).toBe(50);
  });
});

describe("editing a question", () => {
  it("makes a version: a running attempt keeps its own, the next one gets the new", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, [trueOrFalse("one"), trueOrFalse("two")]);
    const slug = await givenStudioTest(actor, bank);
    const sitter = await givenPerson();
    const running = await startAttempt(sitter, { assessmentSlug: slug });
    const before = await versionsDrawn(running.attemptId);
    const shown = await promptsOf(sitter, running.attemptId);
    const saved = await saveQuestion(actor, {
      bank,
      number: 1,
      source: trueOrFalse("one", { prompt: "Is it really so?" }),
    });
    expect(saved.followed).toMatchObject({ updated: [{ slug }], kept: [] });
    expect(await versionsDrawn(running.attemptId)).toEqual(before);
    expect(await promptsOf(sitter, running.attemptId)).toBe(shown);
    const learner = await givenPerson();
    const next = await startAttempt(learner, { assessmentSlug: slug });
    const drawn = await versionsDrawn(next.attemptId);
    expect(drawn).toContain(await versionInForce(bank, "one"));
    expect(drawn).not.toEqual(before);
    const { versions, question } = await findQuestion(actor, bank, "one");
    expect(versions).toHaveLength(2);
    expect(question).toMatchObject({ number: 2, source: { prompt: "Is it really so?" } });
  });

  it("makes none when nothing was changed", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, [trueOrFalse("one")]);
    const same = { bank, number: 1, source: trueOrFalse("one") };
    expect(await saveQuestion(actor, same)).toMatchObject({ changed: false });
    expect((await findQuestion(actor, bank, "one")).question).toMatchObject({ number: 1 });
    await expect(saveQuestion(actor, { ...same, number: 2 })).rejects.toMatchObject({
      reason: "question-conflict",
    });
    const changed = { ...same, source: trueOrFalse("one", { prompt: "Is it really so?" }) };
    expect(await saveQuestion(actor, changed)).toMatchObject({ changed: true });
  });

  it("lets one of several at once win, and tells the others", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, [trueOrFalse("one")]);
    const saves = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) =>
        saveQuestion(actor, { bank, number: 1, source: trueOrFalse("one", { prompt: `Words of ${n}` }) }),
      ),
    );
    const lost = saves.filter((save) => save.status === "rejected");
    expect(lost).toHaveLength(5);
    for (const save of lost) expect(save.reason).toMatchObject({ reason: "question-conflict" });
    const again = { bank, number: 2, source: trueOrFalse("one", { prompt: "Knowingly" }) };
    await expect(saveQuestion(actor, again)).resolves.toBeDefined();
  });

  it("leaves no edit out of a test when several questions change at once", async () => {
    const actor = await manager();
    const ids = ["a", "b", "c", "d", "e", "f"];
    const [one, two] = [
      await givenBank(
        actor,
        ids.map((id) => trueOrFalse(id)),
      ),
      await givenBank(
        actor,
        ids.map((id) => trueOrFalse(`x-${id}`)),
      ),
    ];
    const slug = await givenStudioTest(actor, one, {
      sections: [{ title: "All", banks: [one, two], clauses: [], topics: [], draw: 12 }],
    });
    await Promise.all(
      ids.flatMap((id) => [
        saveQuestion(actor, { bank: one, number: 1, source: trueOrFalse(id, { answer: false }) }),
        saveQuestion(actor, { bank: two, number: 1, source: trueOrFalse(`x-${id}`, { answer: false }) }),
      ]),
    );
    const { attemptId } = await startAttempt(await givenPerson(), { assessmentSlug: slug });
    const current = await db.bankQuestion.findMany({
      where: { bank: { slug: { in: [one, two] } } },
      select: { versionId: true },
    });
    expect(await versionsDrawn(attemptId)).toEqual(current.map((row) => row.versionId).sort());
    const numbers = await db.assessmentRevision.findMany({
      where: { assessment: { slug } },
      orderBy: { number: "asc" },
      select: { number: true },
    });
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => index + 1));
  });

  it("finds a free id, and refuses one that is taken", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, [trueOrFalse("one")]);
    const source = trueOrFalse("any", { prompt: "Who *signs* it?" });
    const made = await Promise.all(
      Array.from({ length: 5 }, () => saveQuestion(actor, { bank, number: null, source, anyId: true })),
    );
    expect(made.map(({ questionId }) => questionId).sort()).toEqual([
      "who-signs-it",
      "who-signs-it-2",
      "who-signs-it-3",
      "who-signs-it-4",
      "who-signs-it-5",
    ]);
    await expect(
      saveQuestion(actor, { bank, number: null, source: trueOrFalse("one") }),
    ).rejects.toMatchObject({ fields: { id: [expect.stringContaining("already")] } });
  });

  it("keeps long texts, right to left and emoji byte for byte", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, []);
    const prompt =
      `${"שלום עולם مرحبا 👩‍🔬🇨🇭 e\u0301 ".repeat(320)}`
        .slice(0, 9_999)
        .replace(/[\ud800-\udbff]$/, "")
        .trim() + "?";
    const source = trueOrFalse("long", { prompt, explanation: "‏<&>‎ שורה\n\n- نقطة".replace("<&>", "&") });
    await saveQuestion(actor, { bank, number: null, source });
    const { question } = await findQuestion(actor, bank, "long");
    expect(Buffer.from(question.source.prompt)).toEqual(Buffer.from(prompt));
    expect(question.source).toEqual(source);
  });

  it("refuses what a question may not hold, and what no database takes", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, []);
    for (const prompt of ["<script>x</script>", "![x](https://a.example/x.png)", "A\u0000B", "half \ud83d"])
      await expect(
        saveQuestion(actor, { bank, number: null, source: trueOrFalse("bad", { prompt }) }),
      ).rejects.toThrow(/takes no|cannot be stored/);
    expect((await listQuestions(actor, bank, filter())).questions).toEqual([]);
  });
});

describe("withdrawing a question", () => {
  it("draws it no more, unless a test would have too few: that one stays as it is and is named", async () => {
    const actor = await manager();
    const bank = await givenBank(actor);
    const [roomy, tight] = [
      await givenStudioTest(actor, bank),
      await givenStudioTest(actor, bank, {
        sections: [{ title: "Three", banks: [bank], clauses: [], topics: [], draw: 3 }],
      }),
    ];
    const row = await db.bank.findUniqueOrThrow({
      where: { slug: bank },
      select: { slug: true, ownerId: true },
    });
    const before = await withoutQuestion(row, "one");
    expect(before.find(({ slug }) => slug === roomy)?.short).toBeNull();
    expect(before.find(({ slug }) => slug === tight)?.short).toMatch(
      /draws 3 questions, but its bank holds 2/,
    );

    const all = await Promise.all(
      Array.from({ length: 5 }, () => withdrawQuestion(actor, { bank, questionId: "one" })),
    );
    expect(all.filter(({ updated }) => updated.some(({ slug }) => slug === roomy))).toHaveLength(1);
    for (const { kept } of all) expect(kept).toMatchObject([{ slug: tight }]);
    const one = await versionInForce(bank, "one");
    const learner = await givenPerson();
    const drawn = await versionsDrawn((await startAttempt(learner, { assessmentSlug: roomy })).attemptId);
    expect(drawn).not.toContain(one);
    expect(await versionsDrawn((await startAttempt(learner, { assessmentSlug: tight })).attemptId)).toContain(
      one,
    );

    const restored = await restoreQuestion(actor, { bank, questionId: "one" });
    expect(restored).toMatchObject({ updated: [{ slug: roomy }], kept: [] });
    await expect(withdrawQuestion(actor, { bank, questionId: "none" })).rejects.toMatchObject({
      reason: "not-found",
    });
  });
});

describe("pictures of a bank", () => {
  it("takes pictures and shows them in a hotspot, and refuses what is none", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, []);
    const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#336" } })
      .png()
      .toBuffer();
    const upload = (name: string, of: Uint8Array) =>
      addFigures(actor, { bank, figures: [{ name, bytes: of }] });
    await expect(upload("plan.png", new TextEncoder().encode("no picture"))).rejects.toMatchObject({
      reason: "figure",
    });
    await expect(upload("notes.txt", new TextEncoder().encode("text"))).rejects.toThrow(/no picture/);
    await expect(upload("film.mp4", bytes)).rejects.toThrow(/no picture/);
    expect(await db.bankFigure.count({ where: { bank: { slug: bank } } })).toBe(0);
    expect(await upload("Floor Plan.PNG", bytes)).toEqual(["floor-plan.png"]);
    const source = questionSource.parse({
      id: "where",
      kind: "hotspot",
      prompt: "Where?",
      figure: { file: "floor-plan.png", alt: "The floor plan" },
      areas: [
        { name: "Here", shape: { rect: [0, 0, 10, 10] }, correct: true },
        { name: "There", shape: { rect: [50, 50, 10, 10] } },
      ],
    });
    await saveQuestion(actor, { bank, number: null, source });
    expect((await findQuestion(actor, bank, "where")).question.body.figure).toMatchObject({
      name: "floor-plan.png",
      width: 40,
      height: 20,
    });
    await expect(
      saveQuestion(actor, {
        bank,
        number: 1,
        source: questionSource.parse({ ...source, figure: { file: "none.png", alt: "None" } }),
      }),
    ).rejects.toThrow(/no picture none.png/);
  });
});
