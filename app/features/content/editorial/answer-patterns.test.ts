import { expect, it } from "vitest";
import { answerPatterns } from "./answer-patterns";

const choices = (right: (index: number) => number, options: string[]) =>
  Array.from({ length: 20 }, (_, index) => ({ id: `q${index}`, options, right: right(index) }));

it("says where the answers stand and which of them are the longest", () => {
  const findings = answerPatterns(
    "courses/a/course.yaml",
    choices(() => 0, ["the longest", "b", "c", "d"]),
  );
  expect(findings).toMatchObject([
    { file: "courses/a/course.yaml", line: 1, message: /places 1 to 4 20, 0, 0, 0 times.* 5, 5, 5, 5/ },
    { message: /right one in 20 of 20; by chance it would be 5/, advice: /in some of q0, q1/ },
  ]);
});

it("finds nothing where both are spread", () => {
  expect(
    answerPatterns(
      "x",
      choices((index) => index % 4, ["the longest", "b", "c", "d"]),
    ),
  ).toEqual([]);
});
