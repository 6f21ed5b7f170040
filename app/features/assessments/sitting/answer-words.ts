import type { Answer, ServedQuestion } from "../questions/question";
import { promptText } from "../questions/prompt-text";

/** An answer in words, to be compared with another one. */
export function answerWords(question: ServedQuestion, answer: Answer | null): string {
  if (answer === null) return "No answer";
  if ("text" in answer) return answer.text;
  if ("number" in answer) return [answer.number, answer.unit ?? question.unit].filter(Boolean).join(" ");
  if ("file" in answer) return answer.file.name;
  if ("point" in answer) return `A place, ${answer.point[0]} % across and ${answer.point[1]} % down`;
  if ("chosen" in answer) return answer.chosen.map((id) => nameIn(question.options, id)).join("; ");
  if ("order" in answer)
    return answer.order.map((id, index) => `${index + 1}. ${nameIn(question.options, id)}`).join("; ");
  return Object.entries(answer.pairs)
    .map(([slot, option]) => {
      const gap = question.gaps?.find(({ id }) => id === slot);
      const stem = gap ? `Gap ${slot}` : nameIn(question.stems ?? [], slot);
      return `${stem}: ${nameIn(gap?.options ?? question.options, option)}`;
    })
    .join("; ");
}

function nameIn(options: readonly { id: string; html: string }[], id: string): string {
  return promptText(options.find((option) => option.id === id)?.html ?? id, 200);
}
