import { describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenBank, givenStudioTest, trueOrFalse } from "../../../../tests/setup/given-bank";
import { fiveKinds, givenAssessment } from "../../../../tests/setup/given-assessment";
import { startAttempt } from "../sitting/start-attempt.server";
import { questionSource, type QuestionSource } from "../questions/question-source";
import { exportBank, exportTest } from "./export-questions.server";
import { confirmImport, previewImport } from "./import-questions.server";
import { importAction } from "./import-action.server";
import { saveQuestion } from "./save-question.server";
import { withdrawQuestion } from "./withdraw-question.server";

const manager = () => givenPerson({ access: "manager" });
const preview = (actor: Actor, bank: string, text: string, name = "questions.csv") =>
  previewImport(actor, { bank, name, bytes: new TextEncoder().encode(text), format: null });

function csv(rows: readonly (readonly [id: string, prompt: string, correct: string])[]): string {
  return ["kind,id,prompt,correct", ...rows.map((row) => ["true-false", ...row].join(","))].join("\r\n");
}

async function brought(actor: Actor, bank: string, text: string) {
  const { upload, state } = await preview(actor, bank, text);
  return confirmImport(actor, { bank, upload, state });
}

async function sourcesIn(bank: string): Promise<QuestionSource[]> {
  const rows = await db.bankQuestion.findMany({
    where: { bank: { slug: bank } },
    orderBy: { questionId: "asc" },
    select: { versionId: true },
  });
  const texts = await db.questionText.findMany({
    where: { versionId: { in: rows.map(({ versionId }) => versionId) } },
    select: { versionId: true, source: true },
  });
  const of = new Map(texts.map(({ versionId, source }) => [versionId, source]));
  return rows.map(({ versionId }) => JSON.parse(of.get(versionId)!) as QuestionSource);
}

async function textOf(pieces: AsyncGenerator<{ readonly text: string }, void>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece.text;
  return text;
}

describe("an import", () => {
  it("is looked at before anything is saved, and the same file again changes nothing", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, [trueOrFalse("one"), trueOrFalse("kept")]);
    const text = csv([
      ["one", "Is one so now?", "false"],
      ["two", "Is two so?", "true"],
    ]);
    const looked = await preview(actor, bank, text);
    expect(looked).toMatchObject({
      format: "csv",
      added: 1,
      changed: 1,
      unchanged: 0,
      problems: [],
      kinds: [{ kind: "true-false", count: 2 }],
    });
    expect(looked.first.map(({ questionId }) => questionId)).toEqual(["one", "two"]);
    expect(await sourcesIn(bank)).toHaveLength(2);
    const { upload, state } = looked;
    expect(await confirmImport(actor, { bank, upload, state })).toMatchObject({ added: 1, changed: 1 });
    expect((await sourcesIn(bank)).map(({ prompt }) => prompt)).toEqual([
      "Is kept so?",
      "Is one so now?",
      "Is two so?",
    ]);
    expect(await preview(actor, bank, text)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await confirmImport(actor, { bank, upload, state })).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
    expect(
      await db.questionVersion.count({ where: { questionId: "one", bankId: { not: "" } } }),
    ).toBeGreaterThan(1);
  });

  it("saves nothing while one row of many is wrong, and says which", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, []);
    const rows = Array.from({ length: 300 }, (_, n) => [`q-${n}`, `Is ${n} so?`, "true"] as const);
    const bad = csv(rows.map((row, n) => (n === 256 ? [row[0], "Is <b>this</b> so?", row[2]] : row)));
    const looked = await preview(actor, bank, bad);
    expect(looked.problems).toMatchObject([{ line: 258 }]);
    expect(looked.problems[0]!.message).toMatch(/HTML/);
    const { upload, state } = looked;
    await expect(confirmImport(actor, { bank, upload, state })).rejects.toMatchObject({
      reason: "import-problems",
    });
    expect(await sourcesIn(bank)).toEqual([]);
    expect(await brought(actor, bank, csv(rows))).toMatchObject({ added: 300 });
  });

  it("has one outcome when it is confirmed several times at once", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, [trueOrFalse("q-1")]);
    const { upload, state } = await preview(
      actor,
      bank,
      csv([1, 2, 3].map((n) => [`q-${n}`, `Is it ${n}?`, "true"])),
    );
    const all = await Promise.all(
      Array.from({ length: 5 }, () => confirmImport(actor, { bank, upload, state })),
    );
    expect(all.filter(({ added, changed }) => added === 2 && changed === 1)).toHaveLength(1);
    expect(all.filter(({ unchanged }) => unchanged === 3)).toHaveLength(4);
    const numbers = await db.bankQuestion.findMany({
      where: { bank: { slug: bank } },
      orderBy: { questionId: "asc" },
      select: { number: true },
    });
    expect(numbers.map(({ number }) => number)).toEqual([2, 1, 1]);
  });

  it("is refused when somebody edited one of its questions in between, and keeps what is withdrawn withdrawn", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, [trueOrFalse("one"), trueOrFalse("two")]);
    await withdrawQuestion(actor, { bank, questionId: "two" });
    const text = csv([
      ["one", "Imported one?", "true"],
      ["two", "Imported two?", "true"],
    ]);
    const { upload, state } = await preview(actor, bank, text);
    await saveQuestion(actor, { bank, number: 1, source: trueOrFalse("one", { prompt: "Edited?" }) });
    await expect(confirmImport(actor, { bank, upload, state })).rejects.toMatchObject({
      reason: "import-conflict",
    });
    expect((await sourcesIn(bank)).map(({ prompt }) => prompt)).toEqual(["Edited?", "Is two so?"]);
    const again = await preview(actor, bank, text);
    expect(again).toMatchObject({ changed: 2, withdrawn: 1 });
    await confirmImport(actor, { bank, upload: again.upload, state: again.state });
    const two = await db.bankQuestion.findFirstOrThrow({
      where: { bank: { slug: bank }, questionId: "two" },
      select: { withdrawnAt: true },
    });
    expect(two.withdrawnAt).not.toBeNull();
  });

  it("reaches the tests that draw from the bank", async () => {
    const actor = await manager();
    const bank = await givenBank(actor);
    const slug = await givenStudioTest(actor, bank);
    const { followed } = await brought(actor, bank, csv([["one", "New words?", "true"]]));
    expect(followed.updated).toMatchObject([{ slug }]);
    await expect(startAttempt(await givenPerson(), { assessmentSlug: slug })).resolves.toBeDefined();
  });

  it("takes no upload of somebody else's, of another bank, or what is no upload at all", async () => {
    const [actor, other] = [await manager(), await manager()];
    const [bank, second, foreign] = [
      await givenBank(actor, []),
      await givenBank(actor, []),
      await givenBank(other, []),
    ];
    const { upload, state } = await preview(actor, bank, csv([["one", "So?", "true"]]));
    const missing = { reason: "not-found" };
    await expect(confirmImport(other, { bank, upload, state })).rejects.toMatchObject(missing);
    await expect(confirmImport(other, { bank: foreign, upload, state })).rejects.toMatchObject(missing);
    await expect(confirmImport(actor, { bank: second, upload, state })).rejects.toMatchObject(missing);
    for (const hash of ["", "../../etc/passwd", "0".repeat(64)])
      await expect(confirmImport(actor, { bank, upload: hash, state })).rejects.toMatchObject(missing);
    await expect(preview(other, bank, "x")).rejects.toMatchObject(missing);
  });

  it("finds out the format", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, []);
    const formatOf = async (text: string, name: string) => (await preview(actor, bank, text, name)).format;
    expect(await formatOf(csv([["one", "So?", "true"]]), "")).toBe("csv");
    expect(await formatOf("::one:: Is it so? {T}", "")).toBe("gift");
    expect(await formatOf("Which?\nA. This\nB. That\nANSWER: B\n", "notes.txt")).toBe("aiken");
    expect(await formatOf('<?xml version="1.0"?><quiz></quiz>', "")).toBe("moodle-xml");
  });

  it("counts what arrives, whatever was said of its length", async () => {
    const actor = await manager();
    const bank = await givenBank(actor, []);
    const part = new Uint8Array(1_000_000).fill(97);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === 0)
          controller.enqueue(
            new TextEncoder().encode(
              '--x\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\n\r\n',
            ),
          );
        if (sent++ > 60) controller.close();
        else controller.enqueue(part);
      },
    });
    const request = new Request("http://localhost/", {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
      body,
      duplex: "half",
    });
    const answer = (await importAction(actor, bank, request)) as unknown as {
      data: { errors: string[] };
      init: ResponseInit;
    };
    expect(answer.init.status).toBe(413);
    expect(answer.data.errors[0]).toMatch(/at most 10 MB/);
  });
});

const everyKind: QuestionSource[] = [
  ...fiveKinds.map((each) => questionSource.parse(each)),
  questionSource.parse({
    id: "gaps-one",
    kind: "gaps",
    prompt: "Fill in, שלום 👩‍🔬",
    text: "The [[a]] comes before the [[b]].",
    gaps: {
      a: { options: ["order", "offer"], correct: "offer" },
      b: { options: ["x", "order"], correct: "order" },
    },
    scenario: { id: "case-one", text: "A *case*.\n\nWith two paragraphs." },
    points: 3,
    tags: ["a", "b"],
    difficulty: "hard",
  }),
  questionSource.parse({
    id: "written-one",
    kind: "free-response",
    prompt: 'Say why, with "quotes", commas, and\nlines.',
    words: 200,
    rubric: [
      {
        criterion: "Names the cause",
        levels: [
          { points: 2, text: "Yes" },
          { points: 0, text: "No" },
        ],
      },
    ],
  }),
  questionSource.parse({
    id: "word-one",
    kind: "short-text",
    prompt: "=SUM(1)?",
    accept: [{ text: "lamp*" }, { text: "light", credit: 0.5 }],
  }),
];

describe("an export", () => {
  it.each(["csv", "moodle-xml"])("gives the same questions in another bank (%s)", async (format) => {
    const actor = await manager();
    const [from, to] = [await givenBank(actor, everyKind), await givenBank(actor, [])];
    const file = await exportBank(actor, from, format);
    const text = await textOf(file.pieces);
    const looked = await preview(actor, to, text, file.fileName);
    expect(looked).toMatchObject({ problems: [], unsupported: [], added: everyKind.length });
    await confirmImport(actor, { bank: to, upload: looked.upload, state: looked.state });
    expect(await sourcesIn(to)).toEqual(await sourcesIn(from));
  });

  it("leaves out what is withdrawn, and is nobody else's", async () => {
    const [actor, other] = [await manager(), await manager()];
    const bank = await givenBank(actor);
    await withdrawQuestion(actor, { bank, questionId: "one" });
    const { pieces, fileName } = await exportBank(actor, bank, "gift");
    expect(fileName).toBe(`${bank}.gift.txt`);
    const text = await textOf(pieces);
    expect(text).toContain("Is two so?");
    expect(text).not.toContain("Is one so?");
    await expect(exportBank(other, bank, "csv")).rejects.toMatchObject({ reason: "not-found" });
    await expect(exportBank(actor, bank, "docx")).rejects.toMatchObject({ reason: "not-found" });
  });

  it("gives administrators, and no one else, the bank of a test of the content folder", async () => {
    const slug = await givenAssessment({ slug: "exported" });
    const [actor, admin] = [await manager(), await givenPerson({ access: "admin" })];
    await expect(exportTest(actor, slug, "csv")).rejects.toMatchObject({ reason: "not-found" });
    const { pieces } = await exportTest(admin, slug, "csv");
    const bank = await givenBank(admin, []);
    const looked = await preview(admin, bank, await textOf(pieces));
    expect(looked).toMatchObject({ added: fiveKinds.length, problems: [] });
    const own = await givenBank(actor);
    const test = await givenStudioTest(actor, own);
    expect(await textOf((await exportTest(actor, test, "csv")).pieces)).toContain("Is one so?");
    await expect(exportTest(await manager(), test, "csv")).rejects.toMatchObject({ reason: "not-found" });
  });
});
