import type { QuestionSource } from "../questions/question-source";
import { textFromMarkdown } from "./markdown-from-text";
import type { LeftOut, Written } from "./written";

/**
 * Single choice in plain text. Lost are the id, clause, topic, tags, difficulty, points, explanation, what is said of
 * single answers, and line ends within a text.
 */
export function writeAiken(questions: readonly QuestionSource[]): Written {
  const blocks: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const question of questions) {
    const written = block(question);
    if ("reason" in written) leftOut.push({ id: question.id, reason: written.reason });
    else blocks.push(written.text);
  }
  return { text: blocks.join("\n"), leftOut };
}

const LOOKS_LIKE_AIKEN = /^(?:[A-Z][.)](?:\s|$)|ANSWER\s*:)/i;

function block(question: QuestionSource): { text: string } | { reason: string } {
  if (question.kind !== "single") return { reason: "Aiken has single choice only." };
  if (question.scenario) return { reason: "Aiken has no place for the case that it belongs to." };
  if (question.credit) return { reason: "Aiken cannot say that an answer earns a part of the points." };
  const prompt = textFromMarkdown(question.prompt);
  const options = question.options.map(({ text }) => textFromMarkdown(text));
  if (prompt === null || options.includes(null))
    return { reason: "It has formatted text, and Aiken is plain text." };
  if (LOOKS_LIKE_AIKEN.test(prompt)) return { reason: "Its text begins as a line of Aiken does." };
  const letters = options.map((_option, index) => String.fromCharCode(65 + index));
  const right = letters[question.options.findIndex(({ correct }) => correct)];
  const answers = options.map((option, index) => `${letters[index]}. ${option}`);
  return { text: [prompt, ...answers, `ANSWER: ${right}`, ""].join("\n") };
}
