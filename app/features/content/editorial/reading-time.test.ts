import { expect, it } from "vitest";
import { editedLesson } from "../../../../tests/setup/edited-lesson";
import { courseSlugs, readCourseFolder, takeApart } from "../course-folder.server";
import { exactMinutes, lessonText } from "../lesson-text";
import { parseLesson } from "../parse-lesson";
import { readingTimeFindings } from "./reading-time";

const needed = (body: string) => exactMinutes(lessonText(parseLesson(body)));
const words = (count: number) => "word ".repeat(count);
const check = (id: string) => `<KnowledgeCheck id="${id}" question="Which?">
<Choice correct why="Yes.">A</Choice>
<Choice why="No.">B</Choice>
<Choice why="No.">C</Choice>
</KnowledgeCheck>`;

it("counts 200 words a minute, and half a minute for a figure, a picture and a knowledge check", () => {
  expect(needed(words(1_000))).toBe(5);
  const figure = `<Figure src="./a.svg" alt="${words(200)}" caption="A caption" />`;
  expect(needed(`${words(998)}\n\n${figure}\n\n![${words(200)}](./b.svg)`)).toBe(6);
  /* Four words each: the question and the choices; half a minute is for what comes back. */
  expect(needed(`${words(992)}\n\n${check("a")}\n\n${check("b")}`)).toBe(6);
});

const found = (stated: number, count: number) =>
  readingTimeFindings(
    editedLesson(
      "courses/a/01-b.mdx",
      "b",
      `---\ntitle: A\nminutes: ${stated}\nsummary: B\n---\n\n${words(count)}`,
    ),
  );

it("takes a third less or more, and a minute of rounding", () => {
  expect([5, 6, 10, 11].map((stated) => found(stated, 1_600).length)).toEqual([1, 0, 0, 1]);
  expect([1, 2, 3, 4].map((stated) => found(stated, 400).length)).toEqual([0, 0, 0, 1]);
});

it("says where the minutes stand and what they would be", () => {
  expect(found(9, 800)).toMatchObject([{ line: 3, message: /says 9 minutes, .* about 4/ }]);
});

it("takes every lesson of the curriculum as it is, and none that states half or double", async () => {
  const lessons = [];
  for (const slug of await courseSlugs("content"))
    lessons.push(...takeApart(await readCourseFolder("content", slug)).lessons);
  expect(lessons.length).toBeGreaterThan(20);
  for (const { file, slug, source } of lessons) {
    const lesson = editedLesson(file, slug, source);
    const findings = (minutes: number) => readingTimeFindings({ ...lesson, minutes });
    expect(findings(lesson.minutes), file).toEqual([]);
    expect(findings(lesson.minutes * 2), file).toHaveLength(1);
    expect(findings(Math.floor(lesson.minutes / 2)), file).toHaveLength(1);
  }
});
