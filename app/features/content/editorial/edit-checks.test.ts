import { expect, it } from "vitest";
import { editedLesson } from "../../../../tests/setup/edited-lesson";
import { checkFindings, keyedChecks } from "./edit-checks";

const check = (question: string, last: string, end = "<Explanation>\n\nBecause.\n\n</Explanation>") =>
  `Text\n\n<KnowledgeCheck id="a" question="${question}">
<Choice why="No.">One</Choice>
<Choice correct why="Yes.">*Two*</Choice>
<Choice why="No.">${last}</Choice>
${end}
</KnowledgeCheck>`;
const lesson = (body: string) => editedLesson("courses/a/01-b.mdx", "b", body);
const found = (body: string) => checkFindings(lesson(body)).map(({ line, message }) => `${line} ${message}`);

it("takes a plain check with an explanation", () => {
  expect(found(check("Which is it?", "Three"))).toEqual([]);
});

it("finds a missing explanation, a question turned round and an option about the others", () => {
  expect(found(check("Which is it?", "Three", ""))).toEqual(["3 a: the knowledge check has no explanation."]);
  expect(found(check("Which of these is not it?", "None of these"))).toMatchObject([
    /^3 a: the question turns/,
    /^3 a: an option/,
  ]);
});

it("reads the right one of those with one right choice", () => {
  expect(keyedChecks(lesson(check("Which?", "Three")))).toEqual([
    { id: "a", options: ["One", "Two", "Three"], right: 1 },
  ]);
  expect(
    keyedChecks(lesson(check("Which?", "Three").replace('why="No.">One', 'correct why="Yes.">One'))),
  ).toEqual([]);
});
