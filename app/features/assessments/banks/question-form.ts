/** Which rows the form of each kind of question has. Columns are what a row is made of. */
import type { RowGroup } from "../authoring/typed-form";
import type { QuestionKind } from "../questions/question";

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly as: "line" | "lines" | "short" | "tick" | "pick" | "shape";
  readonly hint?: string;
}

export interface QuestionRows extends RowGroup {
  readonly title: string;
  readonly hint: string;
  readonly add: string;
  readonly columns: readonly Column[];
}

const why: Column = { name: "why", label: "Why it is right or wrong", as: "line" };
const share: Column = { name: "credit", label: "Share", as: "short" };
/** Said with its number. */
const text = (label: string): Column => ({ name: "text", label, as: "line" });

const options = (right: "pick" | "tick"): QuestionRows => ({
  name: "options",
  least: 4,
  most: 20,
  filled: ["text", "why"],
  title: "Options",
  hint: `${right === "pick" ? "Choose the one that is right." : "Tick all that are right."} Why is optional. A share, from -1 to 1, is for questions where each option earns its own.`,
  add: "Add another option",
  columns: [text("Option"), { name: "correct", label: "Right", as: right }, why, share],
});

const rubric: QuestionRows = {
  name: "rubric",
  least: 2,
  most: 20,
  filled: ["criterion", "levels"],
  title: "What it is marked by",
  hint: "Each criterion has levels, one a line: the points, a stroke and what an answer of that level does. One of them is worth 0. People see them before they answer, so do not give the answer away.",
  add: "Add another criterion",
  columns: [
    { name: "criterion", label: "Criterion", as: "line" },
    {
      name: "levels",
      label: "Levels",
      as: "lines",
      hint: "Such as 2 | Names cause and remedy, then 0 | Names neither.",
    },
  ],
};

export const rowsOfKind: Readonly<Record<QuestionKind, readonly QuestionRows[]>> = {
  single: [options("pick")],
  multiple: [options("tick")],
  "true-false": [],
  numeric: [
    {
      name: "units",
      least: 0,
      most: 10,
      filled: ["unit", "factor"],
      title: "Units to choose from",
      hint: "Only where the unit is part of the answer. Give each with what one of it is in the unit of the right number; that one itself has 1.",
      add: "Add units",
      columns: [
        { name: "unit", label: "Unit", as: "short" },
        { name: "factor", label: "What one of it is", as: "short" },
      ],
    },
  ],
  ordering: [
    {
      name: "order",
      least: 4,
      most: 20,
      filled: ["text"],
      title: "Steps",
      hint: "In the right order. People get them shuffled.",
      add: "Add another step",
      columns: [text("Step")],
    },
  ],
  matching: [
    {
      name: "pairs",
      least: 4,
      most: 30,
      filled: ["stem", "match"],
      title: "Pairs",
      hint: "What belongs together. The same match may be right for several.",
      add: "Add another pair",
      columns: [
        { name: "stem", label: "This", as: "line" },
        { name: "match", label: "Goes with", as: "line" },
      ],
    },
    {
      name: "distractors",
      least: 1,
      most: 20,
      filled: ["text"],
      title: "Offered too, and right for none",
      hint: "Optional.",
      add: "Add another that fits none",
      columns: [text("Choice")],
    },
  ],
  gaps: [
    {
      name: "gaps",
      least: 2,
      most: 30,
      filled: ["name", "correct", "options"],
      title: "Gaps",
      hint: "Each gap by its name in the text, without the brackets, and its choices.",
      add: "Add another gap",
      columns: [
        { name: "name", label: "Name", as: "short" },
        { name: "correct", label: "Right choice", as: "line" },
        { name: "options", label: "Other choices, one a line", as: "lines" },
      ],
    },
  ],
  "short-text": [
    {
      name: "accept",
      least: 3,
      most: 50,
      filled: ["text", "credit"],
      title: "Answers that are accepted",
      hint: "A star (*) stands for any text. An answer that is only partly right earns a share from 0 to 1; leave it empty for all points.",
      add: "Add another answer",
      columns: [text("Answer"), { name: "credit", label: "Share", as: "short" }],
    },
  ],
  hotspot: [
    {
      name: "areas",
      least: 3,
      most: 30,
      filled: ["name", "numbers", "why"],
      title: "Areas",
      hint: "In hundredths of the picture's width and height, from its upper left corner. Rectangle: left, top, width, height. Ellipse: middle across, middle down, half width, half height. Polygon: its corners, across and down in turn. People who cannot point choose an area by its name.",
      add: "Add another area",
      columns: [
        { name: "name", label: "Name", as: "line" },
        { name: "shape", label: "Shape", as: "shape" },
        { name: "numbers", label: "Numbers", as: "line" },
        { name: "correct", label: "Right", as: "tick" },
        why,
      ],
    },
  ],
  "free-response": [rubric],
  "file-response": [rubric],
};

export const kindNames: Readonly<Record<QuestionKind, string>> = {
  single: "One right option",
  multiple: "Several right options",
  "true-false": "True or false",
  numeric: "A number",
  ordering: "Put in order",
  matching: "Match",
  gaps: "Fill gaps by choosing",
  "short-text": "A few words",
  hotspot: "A place in a picture",
  "free-response": "Written answer, marked by a person",
  "file-response": "Handed-in file, marked by a person",
};

export const kindWords: Readonly<Record<QuestionKind, string>> = {
  single: "Two or more options, one of which is right.",
  multiple: "Options of which several are right.",
  "true-false": "A statement that is true or false.",
  numeric: "A number, with how far off it may be, and units if you like.",
  ordering: "Steps to bring into the right order.",
  matching: "Things to match with what they belong to.",
  gaps: "A text with gaps and choices for each.",
  "short-text": "A few words, compared with the answers you accept.",
  hotspot: "A place to point at in a picture of this bank.",
  "free-response": "A text that a person marks by your criteria.",
  "file-response": "A file that a person marks by your criteria.",
};
