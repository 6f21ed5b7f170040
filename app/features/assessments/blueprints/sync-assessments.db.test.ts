import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { db } from "~/platform/db/client.server";
import { fiveKinds, givenContentFolder, writeAssessment } from "../../../../tests/setup/given-assessment";
import { readAssessments } from "./read-assessments.server";
import { syncAssessments } from "./sync-assessments.server";

async function stored(slug: string) {
  return db.assessment.findUniqueOrThrow({
    where: { slug },
    select: {
      title: true,
      currentRevisionId: true,
      archivedAt: true,
      audience: { select: { dimension: true, value: true } },
      revisions: { orderBy: { number: "asc" }, select: { id: true, number: true } },
    },
  });
}

async function changeFile(root: string, file: string, from: string, to: string): Promise<void> {
  const target = path.join(root, "assessments", file);
  const text = await readFile(target, "utf8");
  expect(text).toContain(from);
  await writeFile(target, text.replace(from, to));
}

describe("syncing assessments", () => {
  it("brings in what the repository's own content holds", async () => {
    const { assessments, findings } = await readAssessments("content");
    expect(findings).toEqual([]);
    const iso = assessments.find((each) => each.slug === "iso-9001-awareness")!;
    expect(iso.questions.length).toBeGreaterThanOrEqual(60);
    expect(iso.blueprint.sections.reduce((total, section) => total + section.draw, 0)).toBe(20);
  });

  it("writes once, and only what changed", async () => {
    const root = await givenContentFolder();
    const slug = await writeAssessment(root, {
      slug: "written-once",
      audience: { jobRoles: ["csa"], regions: ["emea"] },
    });
    expect(await syncAssessments(root)).toEqual([]);
    const first = await stored(slug);
    expect(first.revisions).toHaveLength(1);
    expect(first.audience.map((row) => `${row.dimension}:${row.value}`).sort()).toEqual([
      "job-role:csa",
      "region:emea",
    ]);
    await syncAssessments(root);
    expect(await stored(slug)).toEqual(first);

    await changeFile(root, `${slug}/questions/01-all.yaml`, "How much?", "How much is it?");
    await syncAssessments(root);
    const second = await stored(slug);
    expect(second.revisions.map((revision) => revision.number)).toEqual([1, 2]);
    expect(second.currentRevisionId).not.toBe(first.currentRevisionId);
    expect(await db.questionVersion.count({ where: { bankId: slug } })).toBe(6);

    await changeFile(root, `${slug}/questions/01-all.yaml`, "How much is it?", "How much?");
    await syncAssessments(root);
    const back = await stored(slug);
    expect(back.currentRevisionId).toBe(first.currentRevisionId);
    expect(back.revisions).toHaveLength(2);
    await rm(root, { recursive: true });
  });

  it("gives one revision when several processes sync at once", async () => {
    const root = await givenContentFolder();
    const slug = await writeAssessment(root, { slug: "at-once" });
    await Promise.all([1, 2, 3].map(() => syncAssessments(root)));
    expect((await stored(slug)).revisions).toHaveLength(1);
    expect(await db.questionVersion.count({ where: { bankId: slug } })).toBe(5);
    await rm(root, { recursive: true });
  });

  it("archives what is gone and brings it back, but not for a folder that is missing", async () => {
    const root = await givenContentFolder();
    const slug = await writeAssessment(root, { slug: "comes-and-goes" });
    await syncAssessments(root);
    const empty = await givenContentFolder();
    await syncAssessments(empty);
    expect((await stored(slug)).archivedAt).toBeNull();
    await mkdir(path.join(empty, "assessments"));
    await syncAssessments(empty);
    expect((await stored(slug)).archivedAt).not.toBeNull();
    await syncAssessments(root);
    expect((await stored(slug)).archivedAt).toBeNull();
    await rm(root, { recursive: true });
  });

  it("reports each problem with its line, keeps the last good revision and goes on with the others", async () => {
    const root = await givenContentFolder();
    const broken = await writeAssessment(root, { slug: "breaks" });
    await syncAssessments(root);
    const good = await stored(broken);
    await changeFile(root, `${broken}/assessment.yaml`, "passMark: 0.8", "passMark: 80");
    await changeFile(root, `${broken}/questions/01-all.yaml`, "kind: numeric", "kind: number");
    const other = await writeAssessment(root, { slug: "works" });
    const findings = await syncAssessments(root);
    expect(findings.map(({ file }) => file)).toEqual([
      "assessments/breaks/assessment.yaml",
      "assessments/breaks/questions/01-all.yaml",
    ]);
    const source = (await readFile(path.join(root, findings[0]!.file), "utf8")).split("\n");
    expect(source[findings[0]!.line - 1]).toBe("passMark: 80");
    const questions = (await readFile(path.join(root, findings[1]!.file), "utf8")).split("\n");
    expect(questions[findings[1]!.line - 1]).toContain("kind: number");
    expect(await stored(broken)).toEqual(good);
    expect((await stored(other)).revisions).toHaveLength(1);
    await rm(root, { recursive: true });
  });
});

const option = (text: string, correct = false) => ({ text, correct });
const base = { id: "q", clause: "iso-9001:2015/7.2", prompt: "Prompt", explanation: "Explanation" };

describe("what is refused", () => {
  it.each<[string, object[], RegExp]>([
    ["an unknown key", [{ ...base, kind: "true-false", answer: true, secret: 1 }], /secret/],
    [
      "two right options in a single choice",
      [{ ...base, kind: "single", options: [option("a", true), option("b", true)] }],
      /exactly one/,
    ],
    [
      "one right option in a multiple choice",
      [{ ...base, kind: "multiple", options: [option("a", true), option("b"), option("c")] }],
      /two or more/,
    ],
    [
      "only right options",
      [{ ...base, kind: "multiple", options: [option("a", true), option("b", true), option("c", true)] }],
      /not correct/,
    ],
    [
      "two options with the same text",
      [{ ...base, kind: "single", options: [option("Same", true), option("same")] }],
      /same text/,
    ],
    [
      "neither clause nor topic",
      [{ ...base, clause: undefined, kind: "true-false", answer: true }],
      /clause or a topic/,
    ],
    [
      "raw HTML",
      [{ ...base, kind: "true-false", answer: true, prompt: "Text <script>alert(1)</script>" }],
      /takes no HTML/,
    ],
    [
      "a picture",
      [{ ...base, kind: "true-false", answer: true, prompt: "![x](https://a.example/x.png)" }],
      /takes no pictures/,
    ],
    [
      "a link that runs code",
      [{ ...base, kind: "true-false", answer: true, prompt: "[x](javascript:alert(1))" }],
      /A link in a question/,
    ],
    [
      "a list as an option",
      [{ ...base, kind: "single", options: [option("- a\n- b", true), option("b")] }],
      /one paragraph/,
    ],
    [
      "the same id twice",
      [
        { ...base, kind: "true-false", answer: true },
        { ...base, kind: "true-false", answer: false },
      ],
      /already used/,
    ],
    [
      "a bank too small",
      [{ ...base, kind: "true-false", answer: true }],
      /draws 3 questions, but its bank holds 1/,
    ],
  ])("%s", async (_, questions, message) => {
    const root = await givenContentFolder();
    await writeAssessment(root, { slug: "refused", questions });
    const { assessments, findings } = await readAssessments(root);
    expect(assessments).toEqual([]);
    expect(findings.map((finding) => finding.message).join("\n")).toMatch(message);
    for (const finding of findings) expect(finding.line).toBeGreaterThan(0);
    await rm(root, { recursive: true });
  });

  it("YAML that is not YAML, and a folder without a head", async () => {
    const root = await givenContentFolder();
    await writeAssessment(root, { slug: "garbled" });
    await writeFile(path.join(root, "assessments/garbled/assessment.yaml"), "title: a: b\n  - c\n");
    await mkdir(path.join(root, "assessments/headless"));
    const { findings } = await readAssessments(root);
    expect(
      findings.some(
        (finding) =>
          finding.file.startsWith("assessments/garbled/") && /not valid YAML/.test(finding.message),
      ),
    ).toBe(true);
    expect(findings.some((finding) => finding.file.startsWith("assessments/headless/"))).toBe(true);
    await rm(root, { recursive: true });
  });
});

describe("what is served", () => {
  it("lists options in an order that tells nothing about the key", async () => {
    const root = await givenContentFolder();
    await writeAssessment(root, { slug: "telling", questions: fiveKinds });
    const { assessments } = await readAssessments(root);
    for (const question of assessments[0]!.questions) {
      if (question.kind === "true-false") continue;
      const ids = question.body.options.map((each) => each.id);
      expect(ids).toEqual([...ids].sort());
      expect(ids.every((id) => /^[0-9a-f]{10}$/.test(id))).toBe(true);
    }
    await rm(root, { recursive: true });
  });
});
