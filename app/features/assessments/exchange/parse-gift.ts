/** GIFT, as Moodle reads it. */
import {
  explanationOf,
  firstRubric,
  multipleParts,
  RUBRIC_NOTE,
  singleParts,
  type ChoiceParts,
} from "./choice-credit";
import { giftAnswers, giftNumber, unclearNumber, withoutGeneral, type GiftAnswer } from "./gift-answers";
import { giftBlocks, type GiftBlock } from "./gift-blocks";
import { mask, unescapedPlaces, unescapeGift } from "./gift-escapes";
import { withFacts } from "./gift-facts";
import { giftFormatOf, giftMarkdown, type TextFormat } from "./gift-text";
import type { Intake } from "./intake";
import { noteOf } from "./markdown-from-html";
import { markdownFromText } from "./markdown-from-text";
import { tagsOf, topicOf } from "./topic-and-tags";

/** Reads a text of the question to Markdown. */
interface Reading {
  readonly block: (raw: string) => string;
  readonly inline: (raw: string) => string;
}

export function parseGift(text: string, intake: Intake): void {
  for (const block of giftBlocks(text)) {
    if (intake.full) return;
    readBlock(block, intake);
  }
}

function readBlock(block: GiftBlock, intake: Intake): void {
  const title = /^\s*::([^]*?)::/.exec(mask(block.text));
  const name = title ? unescapeGift(block.text.trimStart().slice(2, 2 + title[1]!.length)) : undefined;
  const { format, rest } = giftFormatOf(title ? block.text.slice(title[0].length) : block.text, "moodle");
  const braces = unescapedPlaces(rest, "{}");
  if (braces.length === 0) {
    intake.unsupported(block.line, "Descriptions, which ask nothing (left out)");
    return;
  }
  const [open, close] = braces;
  if (braces.length !== 2 || open!.character !== "{" || close!.character !== "}") {
    intake.problem(
      block.line,
      braces.length > 2
        ? "This question holds several pairs of braces."
        : "The braces of this question do not pair up.",
      "Write the answers between one { and one }, and a brace that is part of the text as \\{ or \\}.",
    );
    return;
  }
  const notes = new Set<string>();
  const lost = (what: string) => {
    intake.unsupported(block.line, what);
    notes.add(noteOf(what));
  };
  const reading: Reading = {
    block: (raw) => giftMarkdown(raw, format, lost),
    inline: (raw) => giftMarkdown(raw, format, lost, { inline: true }),
  };
  const prompt = promptOf(rest.slice(0, open!.at), rest.slice(close!.at + 1), format, reading);
  const { answers, general } = withoutGeneral(rest.slice(open!.at + 1, close!.at));
  const parts = partsOf(answers, general, reading);
  for (const note of parts.notes) notes.add(note);
  if (parts.unsupported) intake.unsupported(block.line, parts.unsupported);
  else if (!parts.value)
    intake.problem(
      block.line,
      parts.problem ?? "This question cannot be read.",
      "Look at what stands between its braces.",
    );
  else {
    const explanation = parts.value.explanation ?? reading.block(general);
    const value = {
      prompt,
      topic: topicOf(block.category),
      tags: tagsOf(block.tags, lost),
      ...parts.value,
      explanation: explanation === "" ? undefined : explanation,
    };
    const whole = withFacts(value, block.facts, () =>
      notes.add("The comment of Attest above it could not be read"),
    );
    intake.add({ line: block.line, names: [block.idNumber, name, prompt], notes: [...notes], value: whole });
  }
}

/** A text that goes on behind the braces has a blank where they stand. */
function promptOf(before: string, after: string, format: TextFormat, reading: Reading): string {
  const blank = format === "markdown" ? "\\\\_\\\\_\\\\_\\\\_\\\\_" : "_____";
  const whole = after.trim() === "" ? before : `${before}${blank}${after}`;
  /* Its format is said again, for a text may begin with what looks like one. */
  return reading.block(`[${format}]${whole}`);
}

function partsOf(raw: string, general: string, reading: Reading): ChoiceParts {
  const masked = mask(raw);
  if (raw === "") return { notes: [RUBRIC_NOTE], value: { kind: "free-response", rubric: firstRubric() } };
  if (masked.startsWith("#")) return numericParts(raw.slice(1), general, reading);
  const answers = giftAnswers(/^\s*[=~]/.test(raw) ? raw : `${masked.includes("~") ? "~" : "="}${raw}`);
  if (masked.includes("~")) return choiceParts(answers, reading);
  if (masked.includes("=") && masked.includes("->")) return matchingParts(answers, reading);
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#|$)/i.exec(masked);
  if (truth) return truthParts(raw, truth[1]!.toUpperCase().startsWith("T"), general, reading);
  return shortTextParts(answers, general, reading);
}

function choiceParts(answers: readonly GiftAnswer[], reading: Reading): ChoiceParts {
  const options = answers.map(({ mark, weight, text, feedback }) => ({
    text: reading.inline(text),
    why: reading.inline(feedback),
    percent: weight ?? (mark === "=" ? 100 : 0),
  }));
  return answers.some(({ mark }) => mark === "=") ? singleParts(options) : multipleParts(options);
}

function truthParts(raw: string, answer: boolean, general: string, reading: Reading): ChoiceParts {
  /* The first feedback is for the wrong answer, the second for the right one. */
  const [, wrong = "", right = ""] = splitAtHashes(raw).map((text) => reading.block(text));
  const feedback = [
    { label: answer ? "True" : "False", feedback: right },
    { label: answer ? "False" : "True", feedback: wrong },
  ];
  return {
    notes: [],
    value: { kind: "true-false", answer, explanation: explanationOf(reading.block(general), feedback) },
  };
}

function splitAtHashes(raw: string): string[] {
  const places = unescapedPlaces(raw, "#").map(({ at }) => at);
  return [0, ...places.map((at) => at + 1)].map((from, index) =>
    raw.slice(from, places[index] ?? raw.length),
  );
}

function numericParts(raw: string, general: string, reading: Reading): ChoiceParts {
  const answers = giftAnswers(/^\s*[=~]/.test(raw) ? raw : `=${raw}`);
  const full = answers.filter(({ weight, mark }) => mark === "=" && (weight ?? 100) === 100);
  if (full.length > 1) return { notes: [], unsupported: "Numbers with several right answers (left out)" };
  const numeric = full[0] && giftNumber(full[0].text);
  if (!numeric)
    return {
      notes: [],
      problem: unclearNumber(full[0]?.text ?? "") ?? "No right number stands between the braces.",
    };
  const label = (text: string) => markdownFromText(text.trim(), { inline: true });
  const feedback = answers.map(({ text, feedback }) => ({
    label: label(text.replace(/\s*:[^]*$/, "")),
    feedback: reading.block(feedback),
  }));
  return {
    notes: answers.length > full.length ? ["Numbers that earn a part of the points are not taken over"] : [],
    value: { kind: "numeric", numeric, explanation: explanationOf(reading.block(general), feedback) },
  };
}

function matchingParts(answers: readonly GiftAnswer[], reading: Reading): ChoiceParts {
  const pairs: { stem: string; match: string }[] = [];
  const distractors: string[] = [];
  for (const { whole } of answers) {
    const arrow = whole.indexOf("->");
    if (arrow < 0) return { notes: [], problem: "A pair has no -> between its two parts." };
    const [stem, match] = [reading.inline(whole.slice(0, arrow)), reading.inline(whole.slice(arrow + 2))];
    if (stem === "") distractors.push(match);
    else pairs.push({ stem, match });
  }
  const value = { kind: "matching", pairs, ...(distractors.length > 0 ? { distractors } : {}) };
  return { notes: [], value };
}

function shortTextParts(answers: readonly GiftAnswer[], general: string, reading: Reading): ChoiceParts {
  const accepted = answers.map(({ weight, text, feedback }) => ({
    text: unescapeGift(giftFormatOf(text, "plain").rest).trim(),
    credit: (weight ?? 100) / 100,
    feedback: reading.block(feedback),
  }));
  const earning = accepted.filter(({ credit }) => credit > 0);
  if (earning.length === 0) return { notes: [], problem: "No accepted answer stands between the braces." };
  const feedback = accepted.map((each) => ({
    ...each,
    label: markdownFromText(each.text, { inline: true }),
  }));
  return {
    notes: [],
    value: {
      kind: "short-text",
      accept: earning.map(({ text, credit }) => ({ text, ...(credit === 1 ? {} : { credit }) })),
      explanation: explanationOf(reading.block(general), feedback),
    },
  };
}
