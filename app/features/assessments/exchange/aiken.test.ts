import { describe, expect, it } from "vitest";
import { parseQuestions } from "./parse-questions";
import { writeQuestions } from "./write-questions";

const FILE = `What is 2 * 3?
A. 5
B) 6
ANSWER: B

Over two
lines?
A) <yes>
B) no
ANSWER: a
`;

describe("Aiken", () => {
  it("reads single choice", () => {
    const { questions, problems } = parseQuestions("aiken", FILE);
    expect(problems).toEqual([]);
    expect(questions.map(({ line }) => line)).toEqual([1, 6]);
    expect(questions.map(({ source }) => source)).toEqual([
      {
        id: "what-is-2-3",
        kind: "single",
        prompt: "What is 2 \\* 3?",
        options: [
          { text: "5", correct: false },
          { text: "6", correct: true },
        ],
      },
      {
        id: "over-two-lines",
        kind: "single",
        prompt: "Over two\\\nlines?",
        options: [
          { text: "\\<yes>", correct: true },
          { text: "no", correct: false },
        ],
      },
    ]);
  });

  it.each([
    ["One?\nA) a\nANSWER: A", 1, "fewer than two answers"],
    ["One?\nA) a\nB) b\nANSWER: C", 4, "none of the letters"],
    ["One?\nA) a\nB) b\nANSWER: A, B", 4, "none of the letters"],
    ["A) a\nB) b\nANSWER: A", 1, "before any question"],
    ["One?\nA) a\nB) b\n\nTwo?\nA) a\nB) b\nANSWER: A", 1, "no line that says"],
    ["One?\nA) a\nA) b\nANSWER: A", 3, "have the letter A"],
    ["One?\nA) a\nB) a\nANSWER: A", 1, "same text"],
    ["ANSWER: A", 1, "before any question"],
  ])("%j is wrong at line %i", (text, line, message) => {
    const [problem] = parseQuestions("aiken", text).problems;
    expect(problem).toMatchObject({ line });
    expect(problem!.message).toContain(message);
    expect(problem!.advice).toBeDefined();
  });

  it("writes single choice in plain text and names the rest", () => {
    const { questions } = parseQuestions("aiken", FILE);
    const sources = questions.map(({ source }) => source);
    const { text, leftOut } = writeQuestions("aiken", [
      ...sources,
      { id: "t", kind: "true-false", prompt: "Is it?", answer: true },
    ]);
    expect(text).toBe("What is 2 * 3?\nA. 5\nB. 6\nANSWER: B\n");
    expect(leftOut).toEqual([
      { id: "over-two-lines", reason: "It has formatted text, and Aiken is plain text." },
      { id: "t", reason: "Aiken has single choice only." },
    ]);
  });
});
