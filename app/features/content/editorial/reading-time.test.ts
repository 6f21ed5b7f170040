import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { courseSlugs, readCourseFolder, takeApart } from "../course-folder.server";
import { splitFrontMatter } from "../front-matter.server";
import { lessonText, readingMinutes } from "../lesson-text";
import { parseLesson } from "../parse-lesson";
import { readingTimeFindings } from "./reading-time";

const needed = (body: string) => readingMinutes(lessonText(parseLesson(body)));
const words = (count: number) => "word ".repeat(count);
const check = `<KnowledgeCheck id="a" question="Which?">
<Choice correct why="Yes.">A</Choice>
<Choice why="No.">B</Choice>
<Choice why="No.">C</Choice>
</KnowledgeCheck>`;

it("counts 200 words a minute, and half a minute for a figure, a picture and a knowledge check", () => {
  expect(needed(words(1_000))).toBe(5);
  const figure = `<Figure src="./a.svg" alt="${words(200)}" caption="A" />`;
  expect(needed(`${words(1_000)}\n\n${figure}\n\n![${words(200)}](./b.svg)`)).toBe(6);
  expect(needed(`${words(1_000)}\n\n${check}\n\n${check}`)).toBe(6);
});

it("finds a lesson that states too little or too much, at its line", () => {
  const lesson = { file: "courses/a/01-b.mdx", source: "---\ntitle: A\nminutes: 9\n---\n" };
  const found = (stated: number, minutes: number) => readingTimeFindings(lesson, stated, minutes).length > 0;
  expect([9, 8, 10, 11].map((stated) => found(stated, 8))).toEqual([false, false, false, true]);
  expect([1, 2, 3].map((stated) => found(stated, 2))).toEqual([false, false, false]);
  expect([5, 6, 10, 11].map((stated) => found(stated, 8))).toEqual([true, false, false, true]);
  expect(readingTimeFindings(lesson, 9, 4)).toMatchObject([{ file: lesson.file, line: 3 }]);
});

it("takes every lesson of the curriculum as it is, and none that states half or double", async () => {
  const lessons = [];
  for (const slug of await courseSlugs("content"))
    lessons.push(...takeApart(await readCourseFolder("content", slug)).lessons);
  expect(lessons.length).toBeGreaterThan(20);
  for (const { file } of lessons) {
    const source = readFileSync(path.join("content", file), "utf8");
    const { meta, body } = splitFrontMatter(source);
    const findings = (stated: number) => readingTimeFindings({ file, source }, stated, needed(body));
    expect(findings(meta!.minutes), file).toEqual([]);
    expect(findings(meta!.minutes * 2), file).toHaveLength(1);
    expect(findings(Math.floor(meta!.minutes / 2)), file).toHaveLength(1);
  }
});
