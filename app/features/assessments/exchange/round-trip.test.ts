import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuestionSource } from "../questions/question-source";
import { bank } from "./arbitrary-bank";
import { parseQuestions } from "./parse-questions";
import { textFromMarkdown } from "./markdown-from-text";
import type { ExchangeFormat } from "./parsed";
import { writeQuestions } from "./write-questions";

const there = (format: ExchangeFormat, questions: readonly QuestionSource[]) => {
  const { text, leftOut } = writeQuestions(format, questions);
  /* As the bytes of a file, which is how it comes back. */
  const parsed = parseQuestions(format, new TextEncoder().encode(text));
  if (leftOut.length < questions.length) expect(parsed.problems).toEqual([]);
  return { sources: parsed.questions.map(({ source }) => source), leftOut, parsed };
};
/** Half of a surrogate pair is no character, and in no file. */
const whole = (questions: QuestionSource[]) =>
  JSON.parse(JSON.stringify(questions).replace(/\\ud[89a-f][\da-f]{2}/gi, "?")) as QuestionSource[];
const banks = bank.map(whole);

describe.each(["moodle-xml", "csv"] as const)("%s", (format) => {
  it("gives back the bank that was written", () => {
    fc.assert(
      fc.property(banks, (questions) => {
        expect(there(format, questions).sources).toEqual(questions);
      }),
      { numRuns: 100 },
    );
  });
});

describe("gift", () => {
  it("gives back what it carries, and names the rest", () => {
    fc.assert(
      fc.property(banks, (questions) => {
        const { sources, leftOut } = there("gift", questions);
        const left = new Set(leftOut.map(({ id }) => id));
        const carried = questions.filter(({ id }) => !left.has(id));
        expect(sources.map(withoutReturns)).toEqual(carried.map(withoutReturns));
        expect(sources.length + left.size).toBe(questions.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("aiken", () => {
  it("gives back the texts and the right answer of what it carries", () => {
    fc.assert(
      fc.property(banks, (questions) => {
        const { text, leftOut } = writeQuestions("aiken", questions);
        const left = new Set(leftOut.map(({ id }) => id));
        const carried = questions.flatMap((each) =>
          each.kind === "single" && !left.has(each.id) ? [each] : [],
        );
        const back = carried.length === 0 ? [] : parseQuestions("aiken", text).questions;
        const letters = (source: QuestionSource) => ({
          prompt: textFromMarkdown(source.prompt),
          options:
            source.kind === "single"
              ? source.options.map(({ text: option, correct }) => [textFromMarkdown(option), correct])
              : [],
        });
        expect(back.map(({ source }) => letters(source))).toEqual(carried.map(letters));
      }),
      { numRuns: 100 },
    );
  });
});

/** GIFT knows one kind of line end. */
function withoutReturns(source: QuestionSource): QuestionSource {
  return JSON.parse(JSON.stringify(source), (_key, value: unknown) =>
    typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value,
  ) as QuestionSource;
}
