import { expect, it } from "vitest";
import { questionSource } from "../questions/question-source";
import { questionWords } from "./question-words";

const words = (question: object) =>
  questionWords(questionSource.parse({ id: "a", prompt: "Ask", explanation: "Because", ...question }));

it.each([
  ["single", { options: [{ text: "One", correct: true }, { text: "Two" }] }, "Ask One Two"],
  ["numeric", { numeric: { value: 12, tolerance: 0 } }, "Ask 12"],
  ["ordering", { order: ["One", "Two"] }, "Ask One Two"],
  [
    "matching",
    {
      pairs: [
        { stem: "S", match: "M" },
        { stem: "T", match: "N" },
      ],
    },
    "Ask S M T N",
  ],
  ["gaps", { text: "Fill [[g]]", gaps: { g: { options: ["x", "y"], correct: "x" } } }, "Ask Fill [[g]] x y"],
  ["short-text", { accept: [{ text: "yes" }] }, "Ask"],
])("has what a %s question asks and offers, without its explanation", (kind, rest, expected) => {
  expect(words({ kind, ...rest })).toBe(expected);
});
