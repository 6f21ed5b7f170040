import { describe, expect, it } from "vitest";
import type { QuestionSource } from "../questions/question-source";
import { EXCHANGE_FORMATS, MOST_PROBLEMS } from "./parsed";
import { parseQuestions } from "./parse-questions";
import { writeQuestions } from "./write-questions";

const bank = (count: number, prompt = "What is it?"): QuestionSource[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `q-${index}`,
    kind: "single" as const,
    prompt: `${prompt} ${index}`,
    explanation: "Because.",
    options: [
      { text: "One", correct: true, why: "Yes." },
      { text: "Two", correct: false },
    ],
  }));

describe.each(["moodle-xml", "csv", "gift"] as const)("10,000 questions as %s", (format) => {
  const { text } = writeQuestions(format, bank(10_000));

  it("are read in seconds", () => {
    const began = performance.now();
    const parsed = parseQuestions(format, text);
    expect(parsed.questions).toHaveLength(10_000);
    expect(parsed.problems).toEqual([]);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("one of which is wrong are named by its line, and the rest still shown", () => {
    const at = text.indexOf(
      { "moodle-xml": "<name><text>q-4321<", csv: "single,q-4321", gift: "::q-4321::" }[format],
    );
    const rest = text.slice(at);
    const broken = {
      "moodle-xml": rest.replace('fraction="100"', 'fraction="50"'),
      csv: rest.replace("single", "riddle"),
      gift: `}${rest}`,
    }[format];
    const line = text.slice(0, at).split("\n").length;
    const parsed = parseQuestions(format, text.slice(0, at) + broken);
    expect(parsed.questions).toHaveLength(9_999);
    /* A question in XML begins on the line before its name. */
    expect(parsed.problems.map((problem) => problem.line)).toEqual([
      format === "moodle-xml" ? line - 1 : line,
    ]);
  });
});

describe("limits", () => {
  it("refuses more than 10,000 questions, once", () => {
    const { text } = writeQuestions("gift", bank(10_005));
    const parsed = parseQuestions("gift", text);
    expect(parsed.questions).toHaveLength(10_000);
    expect(parsed.problems).toHaveLength(1);
  });

  it("keeps the first problems and counts the rest", () => {
    const rows = Array.from({ length: 500 }, () => "riddle,What?");
    const parsed = parseQuestions("csv", ["kind,prompt", ...rows].join("\n"));
    expect(parsed.problems).toHaveLength(MOST_PROBLEMS);
    expect(parsed.problems[0]!.line).toBe(2);
    expect(parsed.moreProblems).toBe(300);
  });

  it.each(["moodle-xml", "csv", "gift", "aiken"] as const)(
    "takes a text of 10,000 characters as %s, and names a longer one",
    (format) => {
      const long = bank(1, "é".repeat(9_990));
      const { text } = writeQuestions(format, long);
      expect(parseQuestions(format, text).questions[0]!.source.prompt).toBe(long[0]!.prompt);
      const { problems } = parseQuestions("gift", `${"x ".repeat(6_500)} {T}`);
      expect(problems[0]!.message).toBe("prompt is longer than 12,000 characters.");
    },
  );

  it.each(EXCHANGE_FORMATS)("says of a file that is no text so once, as %s", (format) => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const latin1 = new Uint8Array([0x46, 0xfc, 0x72]);
    for (const file of [png, latin1, "PK\0\0", "F\ufffdr"]) {
      const parsed = parseQuestions(format, file);
      expect(parsed.questions).toEqual([]);
      expect(parsed.problems.map(({ message }) => message)).toEqual(["This is not a text file in UTF-8."]);
    }
  });

  it("reads the UTF-16 of a spreadsheet", () => {
    const text = "\ufeffkind\tprompt\tcorrect\r\ntrue-false\tFür dich?\ttrue\r\n";
    const bytes = new Uint8Array(Buffer.from(text, "utf16le"));
    expect(parseQuestions("csv", bytes).questions[0]!.source.prompt).toBe("Für dich?");
  });

  it.each(EXCHANGE_FORMATS)("says of an empty file that it holds no questions, as %s", (format) => {
    expect(parseQuestions(format, " \n").problems).toHaveLength(1);
    expect(parseQuestions(format, "").problems).toHaveLength(1);
  });

  it.each([
    ["gift", "{".repeat(200_000)],
    ["gift", "a {\n\n".repeat(40_000)],
    ["gift", "::".repeat(100_000)],
    ["gift", `[html]${"<b>".repeat(30_000)} {T}`],
    ["gift", `[html]${"<b>".repeat(2_000_000)} {T}`],
    ["gift", `${"*_[`".repeat(25_000)} {T}`],
    ["gift", `[html]${"<i>a</i>*".repeat(10_000)} {T}`],
    ["gift", `[html]${"<ul><li>".repeat(10_000)} {T}`],
    ["gift", `[html]${"www.".repeat(20_000)} {T}`],
    ["gift", `[html]${"<table><tr><td>".repeat(5_000)} {T}`],
    ["aiken", "A) x\n".repeat(100_000)],
    ["csv", `kind,prompt\n${'"'.repeat(200_001)}`],
    ["csv", `kind,prompt\n${",".repeat(200_000)}`],
    ["moodle-xml", `<quiz>${"<question>".repeat(50_000)}`],
    ["moodle-xml", `<quiz>${"<a>".repeat(50)}${"</a>".repeat(50)}</quiz>`],
  ] as const)("is through with %s of %#, which tries to hold it up", (format, text) => {
    const began = performance.now();
    parseQuestions(format, text);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
