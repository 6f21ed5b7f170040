import { describe, expect, it } from "vitest";
import type { Typed } from "../authoring/typed-form";
import { withMoreRows, rowCount } from "../authoring/typed-form";
import { QUESTION_KINDS } from "../questions/question";
import { questionSource, type QuestionSource } from "../questions/question-source";
import { formFromQuestion } from "./form-from-question";
import { rowsOfKind } from "./question-form";
import { questionFromForm } from "./question-from-form";

const about = { id: "q-one", prompt: "Which *one*?\n\n- a\n- b", explanation: "Because.", points: 2 };
const rubric = [
  {
    criterion: "Names the cause",
    levels: [
      { points: 2, text: "Names it" },
      { points: 0.5, text: "Nearly" },
      { points: 0, text: "No" },
    ],
  },
];
const sources: QuestionSource[] = [
  {
    ...about,
    kind: "single",
    credit: "by-option",
    options: [
      { text: "A", correct: true, credit: 1 },
      { text: "B", correct: false, why: "Not.", credit: -0.5 },
    ],
  },
  {
    ...about,
    kind: "multiple",
    credit: "all-or-nothing",
    tags: ["a", "b"],
    options: [
      { text: "A", correct: true },
      { text: "B", correct: false },
    ],
  },
  { ...about, kind: "true-false", answer: false, clause: "iso-9001:2015/7.2", topic: "order-desk" },
  { ...about, kind: "numeric", numeric: { value: -12.5, tolerance: 0.1, unit: "%" } },
  {
    ...about,
    kind: "numeric",
    numeric: {
      value: 1,
      tolerance: 0,
      units: [
        { unit: "m", factor: 1 },
        { unit: "cm", factor: 0.01 },
      ],
    },
  },
  { ...about, kind: "ordering", credit: "all-or-nothing", order: ["One", "Two", "Three"] },
  {
    ...about,
    kind: "matching",
    pairs: [
      { stem: "A", match: "1" },
      { stem: "B", match: "2" },
    ],
    distractors: ["3"],
  },
  {
    ...about,
    kind: "gaps",
    text: "The [[first]] and [[second]].",
    gaps: {
      first: { options: ["x", "y"], correct: "x" },
      second: { options: ["p", "q", "r"], correct: "p" },
    },
  },
  {
    ...about,
    kind: "short-text",
    matchCase: true,
    accept: [{ text: "lamp*" }, { text: "light", credit: 0.5 }],
  },
  {
    ...about,
    kind: "hotspot",
    figure: { file: "plan.png", alt: "A plan" },
    areas: [
      { name: "Door", shape: { rect: [0, 0, 10.5, 10] }, correct: true },
      { name: "Window", shape: { ellipse: [50, 50, 5, 5] }, correct: false, why: "No." },
      {
        name: "Desk",
        shape: {
          polygon: [
            [1, 2],
            [3, 4],
            [5, 6.5],
          ],
        },
        correct: false,
      },
    ],
  },
  { ...about, kind: "free-response", rubric, words: 200, difficulty: "hard" },
  {
    ...about,
    kind: "file-response",
    rubric,
    files: { types: ["pdf", "png"], megabytes: 5 },
    scenario: { id: "case-one", text: "A case." },
  },
];

describe("a question's form", () => {
  it.each(sources.map((source) => [source.kind, source] as const))(
    "gives back %s as it was written",
    (kind, source) => {
      expect(questionSource.parse(source)).toEqual(source);
      expect(questionFromForm(kind, formFromQuestion(source), source.id)).toEqual({ source });
    },
  );

  it("knows every kind", () => {
    expect(new Set(sources.map(({ kind }) => kind))).toEqual(new Set(QUESTION_KINDS));
  });

  it("leaves empty rows out and points at the row that is wrong", () => {
    const typed: Typed = {
      prompt: ["Which?"],
      "options.0.text": [""],
      "options.2.text": ["First"],
      "options.4.text": ["Second"],
      "options.5.text": [""],
      "options.5.why": ["Why without an option"],
      right: ["4"],
    };
    const read = questionFromForm("single", typed, "q");
    expect(read).toMatchObject({ problems: { "options.5.text": [expect.any(String)] } });
    const { "options.5.why": _, ...rest } = typed;
    expect(questionFromForm("single", rest, "q")).toMatchObject({
      source: {
        options: [
          { text: "First", correct: false },
          { text: "Second", correct: true },
        ],
      },
    });
    expect(questionFromForm("single", { ...rest, right: ["0"] }, "q")).toMatchObject({
      problems: { options: ["Choose which one of the options is right."] },
    });
  });

  it("takes no number that may be two, and reads its own back", () => {
    const typed = { prompt: ["How much?"], "numeric.value": ["41,160"], "numeric.tolerance": ["0"] };
    expect(questionFromForm("numeric", typed, "q")).toMatchObject({
      problems: { "numeric.value": [expect.stringContaining("Write 41160 if")] },
    });
    const source = {
      id: "q",
      kind: "numeric" as const,
      prompt: "How much?",
      numeric: { value: 41.165, tolerance: 1.005 },
    };
    expect(questionFromForm("numeric", formFromQuestion(source), "q")).toEqual({ source });
  });

  it("says how a level is written where its points are not", () => {
    const typed = {
      prompt: ["What would you write?"],
      "rubric.0.criterion": ["Tone"],
      "rubric.0.levels": ["two points: very polite\n0 | Rude"],
    };
    expect(questionFromForm("free-response", typed, "q")).toMatchObject({
      problems: { "rubric.0.levels": [expect.stringContaining("2 | Polite")] },
    });
  });

  it("adds rows and keeps what was typed", () => {
    const [group] = rowsOfKind.single;
    const more = withMoreRows({ "options.0.text": ["A"] }, group!, 3);
    expect(rowCount(more, group!)).toBe(7);
    expect(more["options.0.text"]).toEqual(["A"]);
    expect(rowCount(withMoreRows({ "options.18.text": [""] }, group!, 3), group!)).toBe(20);
    expect(rowCount({ "options.999.text": ["x"] }, group!)).toBe(20);
  });

  it.each(QUESTION_KINDS)("says something at a field when nothing is filled in (%s)", (kind) => {
    const read = questionFromForm(kind, {}, "q");
    expect(read.source).toBeNull();
    if (read.source === null) {
      expect(read.problems.prompt).toEqual(["Write something here."]);
      for (const messages of Object.values(read.problems))
        for (const message of messages) expect(message).toMatch(/^[A-Z].*\.$/);
    }
  });
});
