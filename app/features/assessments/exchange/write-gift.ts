import type { QuestionSource } from "../questions/question-source";
import { FACTS } from "./gift-blocks";
import { escapeGift } from "./gift-escapes";
import { factsOf } from "./gift-facts";
import type { LeftOut, Written } from "./written";

/**
 * Single, multiple, true-false, numeric without a choice of units, matching, short-text and free-response. What GIFT has
 * no words for stands in a comment that Moodle skips and Attest reads: clause, topic, difficulty, points, case, credit,
 * unit, rubric. Lost are carriage returns within a text.
 */
export function writeGift(questions: readonly QuestionSource[]): Written {
  const blocks: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const question of questions) {
    const written = answersOf(question);
    if ("reason" in written) leftOut.push({ id: question.id, reason: written.reason });
    else blocks.push(block(question, written.answers));
  }
  return { text: blocks.join("\n"), leftOut };
}

function block(question: QuestionSource, answers: readonly string[]): string {
  const tags = (question.tags ?? []).map((tag) => ` [tag:${tag}]`).join("");
  const facts = factsOf(question);
  const general = question.explanation === undefined ? [] : [`####${text(question.explanation)}`];
  return [
    `// [id:${question.id}]${tags}`,
    ...(facts === null ? [] : [`${FACTS}${facts}`]),
    `::${question.id}::[markdown]${escapeGift(question.prompt)} {${answers.join("\n")}`,
    ...general,
    "}",
    "",
  ].join("\n");
}

/** A text that begins as a format does says its own before it. */
function text(markdown: string): string {
  const looksSaid = /^\s*\[(?:html|moodle|plain|markdown)\]/i.test(markdown);
  return `${looksSaid ? "[markdown]" : ""}${escapeGift(markdown)}`;
}

type Answers = { readonly answers: readonly string[] } | { readonly reason: string };

function answersOf(question: QuestionSource): Answers {
  switch (question.kind) {
    case "single":
    case "multiple":
      if (question.kind === "multiple" && isPricedOneWay(question.options))
        return {
          reason: "Its answers all give points or all take them, and GIFT tells right from wrong by that.",
        };
      return { answers: choices(question) };
    case "true-false":
      return { answers: [question.answer ? "TRUE" : "FALSE"] };
    case "numeric":
      if (question.numeric.units) return { reason: "GIFT cannot say that the unit is part of the answer." };
      return { answers: [`#${question.numeric.value}:${question.numeric.tolerance}`] };
    case "matching":
      if (question.pairs.some(({ stem }) => stem.includes("->")))
        return { reason: "What is to be matched holds ->, which GIFT takes for the pair." };
      return {
        answers: [
          ...question.pairs.map(({ stem, match }) => `\n=${text(stem)} -> ${text(match)}`),
          ...(question.distractors ?? []).map((match) => `= -> ${text(match)}`),
        ],
      };
    case "short-text":
      if (question.accept.some((each) => each.text.includes("->")))
        return { reason: "An accepted answer holds ->, which GIFT takes for a pair." };
      return {
        answers: question.accept.map(({ text: accepted, credit = 1 }) => {
          const said = /^\[(?:html|moodle|plain|markdown)\]/i.test(accepted) ? "[plain]" : "";
          return `\n=%${percent(credit)}%${said}${escapeGift(accepted)}`;
        }),
      };
    case "free-response":
      return { answers: [] };
    case "file-response":
      return { reason: "GIFT has no answer that is a file." };
    default:
      return { reason: `GIFT has no ${NAMES[question.kind]}.` };
  }
}

function isPricedOneWay(options: readonly { credit?: number | undefined }[]): boolean {
  const giving = options.filter(({ credit }) => credit !== undefined && Number(percent(credit)) > 0).length;
  return options[0]?.credit !== undefined && (giving === 0 || giving === options.length);
}

const NAMES = {
  ordering: "steps to put in order",
  gaps: "text with several gaps",
  hotspot: "picture to point at",
};

function choices({
  kind,
  options,
  credit,
}: Extract<QuestionSource, { kind: "single" | "multiple" }>): string[] {
  const each = 1 / options.filter(({ correct }) => correct).length;
  return options.map((option) => {
    const share = credit === "by-option" ? (option.credit ?? 0) : option.correct ? each : -each;
    const isRight = kind === "single" && option.correct;
    const isPriced = kind === "multiple" || credit === "by-option" || option.text.startsWith("%");
    const weight = isPriced
      ? `%${percent(isRight ? 1 : kind === "single" && credit !== "by-option" ? 0 : share)}%`
      : "";
    const why = option.why === undefined ? "" : `#${text(option.why)}`;
    return `\n${isRight ? "=" : "~"}${weight}${text(option.text)}${why}`;
  });
}

function percent(share: number): string {
  return (share * 100).toFixed(5).replace(/\.?0+$/, "");
}
