import { describe, expect, it } from "vitest";
import { parseQuestions } from "./parse-questions";
import { writeQuestions } from "./write-questions";

const parse = (text: string) => parseQuestions("gift", text);
const one = (text: string) => {
  const parsed = parse(text);
  expect(parsed.problems).toEqual([]);
  expect(parsed.questions).toHaveLength(1);
  return parsed.questions[0]!;
};

describe("GIFT in", () => {
  it("reads single choice, with a title, a category, an id, tags and feedback", () => {
    const { source, line } = one(
      "$CATEGORY: $course$/top/Data protection\n\n// a comment [id:Q 7] [tag:GDPR] [tag:basics]\n::First one::Who decides? {\n=The person # Right.\n~The company#No.\n####It is their data.\n}",
    );
    expect(line).toBe(4);
    expect(source).toEqual({
      id: "q-7",
      kind: "single",
      topic: "data-protection",
      tags: ["gdpr", "basics"],
      prompt: "Who decides?",
      explanation: "It is their data.",
      options: [
        { text: "The person", correct: true, why: "Right." },
        { text: "The company", correct: false, why: "No." },
      ],
    });
  });

  it("reads what an answer earns in part", () => {
    expect(one("A {=one ~%50%two ~three}").source).toMatchObject({
      credit: "by-option",
      options: [{ credit: 1 }, { credit: 0.5 }, { credit: 0 }],
    });
    const two = one("A {=one =two ~%-25%three}");
    expect(two.source).toMatchObject({
      kind: "single",
      options: [{ correct: true }, { correct: false, credit: 1 }, { credit: 0 }],
    });
    expect(two.notes).toHaveLength(2);
  });

  it("reads several right answers, plainly where they are the plain rule", () => {
    expect(one("A {~%50%a ~%50%b ~%-50%c}").source).toEqual({
      id: "a",
      kind: "multiple",
      prompt: "A",
      options: [
        { text: "a", correct: true },
        { text: "b", correct: true },
        { text: "c", correct: false },
      ],
    });
    expect(one("A {~%33.33333%a ~%66.66667%b ~c}").source).toMatchObject({
      credit: "by-option",
      options: [{ credit: 1 / 3 }, { credit: 2 / 3 }, { credit: 0 }],
    });
  });

  it("reads true and false, with what is said of each", () => {
    expect(one("Water is wet. {TRUE}").source).toMatchObject({ kind: "true-false", answer: true });
    expect(one("Fire is wet. {F#Touch it.#Indeed.}").source).toMatchObject({
      answer: false,
      explanation: "False: Indeed.\n\nTrue: Touch it.",
    });
  });

  it("reads numbers with a tolerance, a range or neither", () => {
    expect(one("Pi? {#3.14:0.01}").source).toMatchObject({ numeric: { value: 3.14, tolerance: 0.01 } });
    expect(one("1 to 2? {#1..2}").source).toMatchObject({ numeric: { value: 1.5, tolerance: 0.5 } });
    expect(one("-1 to -0.5? {#-1..-0.5}").source).toMatchObject({
      numeric: { value: -0.75, tolerance: 0.25 },
    });
    const partly = one("When? {#=1822:0#Yes. =%50%1822:2#Nearly.}");
    expect(partly.source).toMatchObject({
      numeric: { value: 1822, tolerance: 0 },
      explanation: "1822: Yes.\n\n1822: Nearly.",
    });
    expect(partly.notes).toEqual(["Numbers that earn a part of the points are not taken over"]);
  });

  it.each(["41,160", "5:1,000", "1,000..2,000"])("takes no comma that may part thousands: %s", (numbers) => {
    expect(parse(`X? {#${numbers}}`)).toMatchObject({
      questions: [],
      problems: [{ message: expect.stringContaining("can be read as two numbers") as string }],
    });
    expect(one("X? {#41.160}").source).toMatchObject({ numeric: { value: 41.16 } });
  });

  it("names numbers with several right answers, and leaves them out", () => {
    expect(parse("\nX? {#=1 =2}").unsupported).toEqual([
      { line: 2, what: "Numbers with several right answers (left out)", count: 1 },
    ]);
  });

  it("reads accepted texts with what they earn, as letters", () => {
    expect(one("Two plus two? {=four =%50%fou*r =4}").source).toMatchObject({
      kind: "short-text",
      accept: [{ text: "four" }, { text: "fou*r", credit: 0.5 }, { text: "4" }],
    });
    expect(one("The number 1? {One}").source).toMatchObject({ accept: [{ text: "One" }] });
  });

  it("reads pairs, and those without a first part as distractors", () => {
    expect(one("Match. {\n=cat -> cat food\n=dog -> dog food\n= -> hay\n}").source).toMatchObject({
      pairs: [
        { stem: "cat", match: "cat food" },
        { stem: "dog", match: "dog food" },
      ],
      distractors: ["hay"],
    });
  });

  it("puts a blank where a word is missing", () => {
    expect(one("Moodle costs {~much =nothing} to download.").source.prompt).toBe(
      "Moodle costs \\_\\_\\_\\_\\_ to download.",
    );
    expect(one("[markdown]*So* {=a} it is").source.prompt).toBe("*So* \\_\\_\\_\\_\\_ it is");
  });

  it("reads an essay, and says that its rubric is to be written", () => {
    const { source, notes } = one("Why? {}");
    expect(source).toMatchObject({
      kind: "free-response",
      rubric: [{ levels: [{ points: 1 }, { points: 0 }] }],
    });
    expect(notes).toEqual(["It is marked by a rubric of one criterion, which needs to be written"]);
  });

  it("keeps letters that Markdown would take, and reads HTML and Markdown where it is said", () => {
    expect(one("1. a * b_c_ < d \\# \\{e\\} {T}").source.prompt).toBe("1\\. a \\* b_c\\_ < d # {e}");
    expect(one("[html]<b>Bold</b> &lt; {T}").source.prompt).toBe("**Bold** <");
    expect(one("[markdown]A\\n\\n- *b* {T}").source.prompt).toBe("A\n\n- *b*");
    expect(one("[plain]<b> &lt; {T}").source.prompt).toBe("\\<b> \\&lt;");
  });

  it("takes no star alone for an answer, which would make everything right", () => {
    expect(parse("X? {=* =gold}")).toMatchObject({
      questions: [],
      problems: [{ line: 1, message: expect.stringContaining("needs some text beside the star") as string }],
    });
    expect(one("X? {=gold*}").source).toMatchObject({ accept: [{ text: "gold*" }] });
  });

  it("names descriptions and pictures", () => {
    const parsed = parse("Just a text.\n\n[html]See <img src='a.png' alt='a chart'> {T}\n\nAnother text.");
    expect(parsed.unsupported).toEqual([
      { line: 1, what: "Descriptions, which ask nothing (left out)", count: 2 },
      { line: 3, what: "Pictures", count: 1 },
    ]);
    expect(parsed.questions[0]).toMatchObject({
      notes: ["Pictures: not taken over"],
      source: { prompt: "See (a chart)" },
    });
  });

  it("says at which line a question is broken, and goes on", () => {
    const parsed = parse("A {T\n\nB {~x ~y}\n\nC {T} and {F}\n\nD {#many}\n\nE {=a -> b =c}\n\nF {T}");
    expect(parsed.problems.map(({ line }) => line)).toEqual([1, 3, 5, 7, 9]);
    expect(parsed.problems[0]!.advice).toContain("\\{");
    expect(parsed.questions.map(({ source, line }) => [source.id, line])).toEqual([["f", 11]]);
  });

  it("takes an empty line between braces for a part of the question", () => {
    expect(one("A {\n=one\n\n~two\n}").source).toMatchObject({ options: [{ text: "one" }, { text: "two" }] });
  });

  it("gives the same id to the same file, and each once", () => {
    const ids = () =>
      parse("::Ärger?::A {T}\n\n::Ärger?::B {T}\n\n::مرحبا::مرحبا {T}").questions.map(
        ({ source }) => source.id,
      );
    expect(ids()).toEqual(["arger", "arger-2", "question-3"]);
    expect(ids()).toEqual(ids());
  });
});

describe("GIFT out", () => {
  it("names what it cannot carry", () => {
    const questions = parse("A {T}").questions.map(({ source }) => source);
    const { leftOut, text } = writeQuestions("gift", [
      ...questions,
      { id: "o", kind: "ordering", prompt: "Order", order: ["a", "b"] },
      { id: "s", kind: "short-text", prompt: "Arrow", accept: [{ text: "a -> b" }] },
    ]);
    expect(text).toBe("// [id:a]\n::a::[markdown]A {TRUE\n}\n");
    expect(leftOut).toEqual([
      { id: "o", reason: "GIFT has no steps to put in order." },
      { id: "s", reason: "An accepted answer holds ->, which GIFT takes for a pair." },
    ]);
  });

  it("keeps what was changed by hand below Attest's comment", () => {
    const changed = '// attest {"kind":"single","clause":"iso-9001:2015/7.2"}\n::a::A {#5}';
    expect(one(changed).source).toMatchObject({ kind: "numeric" });
    expect(one(changed).source).not.toHaveProperty("clause");
    expect(one("// attest {broken\n::a::A {T}").notes).toEqual([
      "The comment of Attest above it could not be read",
    ]);
  });
});
