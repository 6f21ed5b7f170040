import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkCourses } from "./check-courses.server";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "attest-check-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(slug: string, files: Record<string, string>): Promise<void> {
  await mkdir(path.join(root, "courses", slug), { recursive: true });
  for (const [name, text] of Object.entries(files))
    await writeFile(path.join(root, "courses", slug, name), text);
}

const yaml = "title: A\nsummary: B\nkind: policy\nlanguage: en\n";
const lesson = (body: string, minutes = 1) =>
  `---\ntitle: A\nminutes: ${minutes}\nsummary: B\n---\n\n${body}\n`;
const drawing = '<svg viewBox="0 0 9 9"/>';
const places = async () =>
  (await checkCourses(root)).findings.map(({ file, line }) => `${file}:${line}`).sort();

it("counts what it checked and finds nothing in what is right", async () => {
  const first = lesson(
    '[next](./two), [there](/courses/other/first)\n\n<Figure src="./a.svg" alt="A line" caption="A" />',
  );
  await write("one", {
    "course.yaml": yaml,
    "01-first.mdx": first,
    "02-two.mdx": lesson("Text"),
    "a.svg": drawing,
  });
  await write("other", { "course.yaml": yaml, "01-first.mdx": lesson("Text") });
  expect(await checkCourses(root)).toMatchObject({
    findings: [],
    slugs: ["one", "other"],
    lessons: 3,
    figures: 1,
  });
});

it("finds what only weakens a course: unused files, wrong minutes, links to courses that are not there", async () => {
  const body = "Text\n\n[there](/courses/nowhere)";
  await write("one", { "course.yaml": yaml, "01-first.mdx": lesson(body, 30), "a.svg": drawing });
  expect(await places()).toEqual([
    "courses/one/01-first.mdx:3",
    "courses/one/01-first.mdx:9",
    "courses/one/a.svg:1",
  ]);
});

it("finds what an editor would mend: wording, level, terms, acronyms and patterns of answers", async () => {
  const check = (id: string) => `<KnowledgeCheck id="${id}" question="Which of these is not it?">
<Choice correct why="Yes.">The longest of the three</Choice>
<Choice why="No.">One</Choice>
<Choice why="No.">Two</Choice>
</KnowledgeCheck>`;
  const long = `${"The organisation ".repeat(20)}ends. `.repeat(6);
  const term = '<Definition term="Deal plan">\n\nA plan.\n\n</Definition>';
  const files = {
    "01-first.mdx": lesson(
      `The deal plan has a QBR.\n\n${["a", "b", "c", "d", "e"].map(check).join("\n\n")}`,
      3,
    ),
    "02-second.mdx": lesson(`${term}\n\n${long}`),
  };
  await write("one", { "course.yaml": yaml, ...files });
  const messages = (await checkCourses(root)).findings.map(({ message }) => message);
  for (const part of [
    /^a: the knowledge check has no explanation/,
    /^e: the question turns on a “not”/,
    /sentences have .* words on average/,
    /never says what QBR/,
    /"Deal plan" is used here/,
    /right answers stand at places/,
    /stands out as the longest/,
  ])
    expect(messages).toContainEqual(expect.stringMatching(part));
  expect(messages).toHaveLength(15);

  await write("one", { "course.yaml": yaml.replace("en", "de"), ...files });
  expect((await checkCourses(root)).findings).toHaveLength(13);
});

it("finds everything that stops a course at once, each with its line", async () => {
  await write("one", {
    "course.yaml": `${yaml}kinds: x\nlanguage: en\n`,
    "01-first.mdx": lesson("![](./gone.svg)\n\n[x](./nowhere)"),
    "02-first.mdx": "No front matter",
    "B.svg": drawing,
  });
  expect(await places()).toEqual([
    "courses/one/01-first.mdx:7",
    "courses/one/01-first.mdx:7",
    "courses/one/01-first.mdx:9",
    "courses/one/02-first.mdx:1",
    "courses/one/02-first.mdx:1",
    "courses/one/B.svg:1",
    "courses/one/course.yaml:6",
  ]);
});

it("finds a knowledge check whose id another lesson of the course has", async () => {
  const check = `<KnowledgeCheck id="same" question="Which?">
<Choice why="No.">A</Choice>
<Choice correct why="Yes.">B</Choice>
<Choice why="No.">C</Choice>
</KnowledgeCheck>`;
  await write("one", {
    "course.yaml": yaml,
    "01-first.mdx": lesson(check),
    "02-two.mdx": lesson(`Text\n\n${check}`),
  });
  expect(await places()).toEqual(["courses/one/02-two.mdx:9"]);
});
