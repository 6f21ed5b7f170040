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
  const first = lesson("[next](./two), [there](/courses/other) and ![A line](./a.svg)");
  await write("one", {
    "course.yaml": yaml,
    "01-first.mdx": first,
    "02-two.mdx": lesson("Text"),
    "a.svg": drawing,
  });
  await write("other", { "course.yaml": yaml, "01-first.mdx": lesson("Text") });
  expect(await checkCourses(root)).toEqual({ findings: [], courses: 2, lessons: 3 });
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
