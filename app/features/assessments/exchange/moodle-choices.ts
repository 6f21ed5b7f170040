/** Moodle's multichoice, truefalse, matching and ordering. */
import { explanationOf, multipleParts, singleParts, type ChoiceParts } from "./choice-credit";
import { markdownFromText } from "./markdown-from-text";
import type { MoodleReading } from "./moodle-texts";
import { child, childrenOf, textIn, type XmlElement } from "./xml-tree";

export function isTrue(text: string, otherwise: boolean): boolean {
  return text === "" ? otherwise : ["1", "true"].includes(text.toLowerCase());
}

export function choice(reading: MoodleReading): ChoiceParts {
  const { question } = reading;
  const options = childrenOf(question, "answer").map((answer) => ({
    text: reading.inline(answer),
    why: reading.inlineIn("feedback", answer),
    percent: Number(answer.attributes.fraction ?? "0"),
  }));
  if (options.some(({ percent }) => Number.isNaN(percent)))
    return { notes: [], problem: "An answer has a fraction that is not a number." };
  const isSingle = isTrue(textIn(question, "single"), true);
  return isSingle ? singleParts(options) : multipleParts(options);
}

/** The plug-in of that name: all right ones and none of the others, or nothing. */
export function allOrNothing(reading: MoodleReading): ChoiceParts {
  const options = childrenOf(reading.question, "answer").map((answer) => ({
    text: reading.inline(answer),
    why: reading.inlineIn("feedback", answer),
    percent: Number(answer.attributes.fraction ?? "0") > 0 ? 100 : 0,
  }));
  const parts = multipleParts(options);
  if (!parts.value) return parts;
  const plain = options.map(({ text, why, percent }) => ({
    text,
    correct: percent > 0,
    ...(why ? { why } : {}),
  }));
  return { ...parts, value: { kind: "multiple", credit: "all-or-nothing", options: plain } };
}

export function trueFalse(reading: MoodleReading): ChoiceParts {
  const answers = childrenOf(reading.question, "answer").map((answer) => ({
    says: reading.plain(answer).toLowerCase(),
    isRight: Number(answer.attributes.fraction ?? "0") > 0,
    feedback: reading.blockIn("feedback", answer),
  }));
  const right = answers.filter(({ isRight }) => isRight);
  if (right.length !== 1 || !["true", "false"].includes(right[0]!.says))
    return { notes: [], problem: "Neither true nor false is the one right answer." };
  const feedback = answers.map(({ says, feedback }) => ({
    label: says === "true" ? "True" : "False",
    feedback,
  }));
  return {
    notes: [],
    value: {
      kind: "true-false",
      answer: right[0]!.says === "true",
      explanation: explanationOf(reading.blockIn("generalfeedback"), feedback),
    },
  };
}

export function matching(reading: MoodleReading): ChoiceParts {
  const all = childrenOf(reading.question, "subquestion").map((sub) => ({
    stem: reading.inline(sub),
    match: matchIn(child(sub, "answer"), reading),
  }));
  const pairs = all.filter(({ stem }) => stem !== "");
  const matches = new Set(pairs.map(({ match }) => match));
  const distractors = [
    ...new Set(
      all.flatMap(({ stem, match }) => (stem === "" && match !== "" && !matches.has(match) ? [match] : [])),
    ),
  ];
  if (pairs.length < 2) return { notes: [], problem: "Fewer than two pairs have a text to be matched." };
  return {
    notes: [],
    value: { kind: "matching", pairs, ...(distractors.length > 0 ? { distractors } : {}) },
  };
}

/** Plain text in "match"; in "ddmatch" it says its format. */
function matchIn(answer: XmlElement | undefined, reading: MoodleReading): string {
  if (answer?.attributes.format) return reading.inline(answer);
  return markdownFromText(reading.plain(answer), { inline: true });
}

export function ordering(reading: MoodleReading): ChoiceParts {
  const { question } = reading;
  const order = childrenOf(question, "answer").map((answer) => reading.inline(answer));
  const grading = child(question, "gradingtype") ? textIn(question, "gradingtype").toUpperCase() : "1";
  const isAll = grading === "-1" || grading === "ALL_OR_NOTHING";
  if (!isAll && grading !== "1" && grading !== "RELATIVE_NEXT_EXCLUDE_LAST")
    reading.lostAs(
      "Other ways to mark an order",
      "Steps earn points where they follow each other as they should",
    );
  const select = textIn(question, "selecttype").toUpperCase();
  if (!["", "0", "ALL"].includes(select)) reading.lost("Orders that show some of the steps only");
  return { notes: [], value: { kind: "ordering", order, ...(isAll ? { credit: "all-or-nothing" } : {}) } };
}
