/** Moodle's shortanswer, numerical and essay: what people type, write or hand in. */
import { RESPONSE_TYPES } from "../questions/question-source";
import { explanationOf, firstRubric, RUBRIC_NOTE, shareOf, type ChoiceParts } from "./choice-credit";
import { numberIn, unclearNumber } from "./gift-answers";
import { markdownFromText } from "./markdown-from-text";
import { isTrue } from "./moodle-choices";
import type { MoodleReading } from "./moodle-texts";
import { child, childrenOf, textIn } from "./xml-tree";

interface Typed {
  readonly text: string;
  readonly percent: number;
  readonly tolerance: string;
  readonly feedback: string;
}

function answersOf(reading: MoodleReading): Typed[] {
  return childrenOf(reading.question, "answer").map((answer) => ({
    text: reading.plain(answer),
    percent: Number(answer.attributes.fraction ?? textIn(answer, "fraction")) || 0,
    tolerance: textIn(answer, "tolerance"),
    feedback: reading.blockIn("feedback", answer),
  }));
}

function explanationIn(reading: MoodleReading, answers: readonly Typed[]): string {
  return explanationOf(
    reading.blockIn("generalfeedback"),
    answers.map(({ text, feedback }) => ({
      label: text === "*" ? "Any other answer" : markdownFromText(text, { inline: true }),
      feedback,
    })),
  );
}

export function shortAnswer(reading: MoodleReading): ChoiceParts {
  const answers = answersOf(reading);
  const earning = answers.filter(({ percent, text }) => percent > 0 && text !== "");
  if (earning.length === 0) return { notes: [], problem: "No accepted answer earns points." };
  const hasStar = earning.some(({ text }) => text.includes("\\*"));
  return {
    notes: hasStar ? ["A * that stood for itself now stands for any text"] : [],
    value: {
      kind: "short-text",
      ...(isTrue(textIn(reading.question, "usecase"), false) ? { matchCase: true } : {}),
      accept: earning.map(({ text, percent }) => ({
        text: text.replaceAll("\\*", "*"),
        ...(percent >= 100 ? {} : { credit: shareOf(percent) }),
      })),
      explanation: explanationIn(reading, answers),
    },
  };
}

export function numerical(reading: MoodleReading): ChoiceParts {
  const answers = answersOf(reading);
  const full = answers.filter(({ percent, text }) => percent >= 100 && text !== "*");
  if (full.length > 1) return { notes: [], unsupported: "Numbers with several right answers (left out)" };
  const value = full[0] && numberIn(full[0].text);
  const numbers = [full[0]?.text, full[0]?.tolerance, ...multipliersOf(reading)];
  const unclear = numbers.map((text) => unclearNumber(text ?? "")).find((words) => words !== null);
  if (unclear) return { notes: [], problem: unclear };
  if (!full[0] || value === undefined || value === null)
    return { notes: [], problem: "No number earns all points." };
  const notes = answers.some(({ percent, text }) => percent > 0 && percent < 100 && text !== "*")
    ? ["Numbers that earn a part of the points are not taken over"]
    : [];
  return {
    notes,
    value: {
      kind: "numeric",
      numeric: { value, tolerance: Math.abs(numberIn(full[0].tolerance) ?? 0), ...unitsOf(reading) },
      explanation: explanationIn(reading, answers),
    },
  };
}

function multipliersOf({ question }: MoodleReading): string[] {
  return childrenOf(child(question, "units") ?? question, "unit").map((unit) => textIn(unit, "multiplier"));
}

/** Moodle multiplies the right number to have it in a unit; Attest says what one of the unit is. */
function unitsOf(reading: MoodleReading): Record<string, unknown> {
  const holder = child(reading.question, "units");
  const units = (holder ? childrenOf(holder, "unit") : []).map((unit) => ({
    unit: textIn(unit, "unit_name"),
    factor: factorFor(numberIn(textIn(unit, "multiplier")) ?? 1),
  }));
  if (units.length === 0) return {};
  if (units.length === 1) return { unit: units[0]!.unit };
  if (["0", ""].includes(textIn(reading.question, "unitgradingtype")))
    reading.notes.add("The unit is part of the answer here; in the file it could be left out");
  return { units };
}

function factorFor(multiplier: number): number {
  return multiplier === 0 ? 1 : Number((1 / multiplier).toPrecision(12));
}

export function essay(reading: MoodleReading): ChoiceParts {
  const { question } = reading;
  const guidance = reading.inlineIn("graderinfo");
  const rubric = firstRubric(guidance === "" || guidance.length > 4_000 ? undefined : guidance);
  const attachments = Number(textIn(question, "attachments") || "0");
  if (reading.blockIn("responsetemplate") !== "") reading.lost("Templates for what is written");
  if (textIn(question, "responseformat") === "noinline")
    return { notes: [RUBRIC_NOTE], value: { kind: "file-response", rubric, files: filesOf(reading) } };
  if (attachments !== 0) reading.lost("Files handed in beside a written answer");
  const words = Number(textIn(question, "maxwordlimit"));
  const limit = Number.isInteger(words) && words >= 10 && words <= 5_000 ? { words } : {};
  return { notes: [RUBRIC_NOTE], value: { kind: "free-response", rubric, ...limit } };
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  document: ["docx", "odt", "pdf"],
  spreadsheet: ["xlsx", "csv"],
  presentation: ["pptx"],
  image: ["png", "jpg"],
  web_image: ["png", "jpg"],
};

function filesOf(reading: MoodleReading): Record<string, unknown> {
  const named = textIn(reading.question, "filetypeslist")
    .split(/[\s,;]+/)
    .map((name) => name.replace(/^\./, "").toLowerCase())
    .filter((name) => name !== "" && name !== "*");
  const wanted = new Set(named.flatMap((name) => GROUPS[name] ?? [name === "jpeg" ? "jpg" : name]));
  const types = RESPONSE_TYPES.filter((type) => wanted.has(type));
  if (wanted.size > types.length) reading.lost("Kinds of files that Attest does not take");
  if (types.length === 0) reading.notes.add("Files of any kind that Attest takes may be handed in");
  const bytes = Number(textIn(reading.question, "maxbytes"));
  const megabytes = bytes > 0 ? Math.min(25, Math.max(1, Math.round(bytes / 1_048_576))) : 10;
  return { types: types.length > 0 ? types : [...RESPONSE_TYPES], megabytes };
}
