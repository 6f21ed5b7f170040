import type { ReviewedOption, ReviewedQuestion } from "./attempt-view";
import type { Answer, QuestionBody, QuestionKey } from "./question";

export interface AnsweredItem {
  readonly position: number;
  readonly section: number;
  readonly clause: string | null;
  readonly served: readonly string[];
  readonly answer: Answer | null;
  readonly points: number;
  readonly body: QuestionBody;
  readonly key: QuestionKey;
}

/** One submitted question with its key laid beside what was served and given. Pure. */
export function reviewQuestion(item: AnsweredItem): ReviewedQuestion {
  const { position, section, clause, points, body, key, answer } = item;
  return {
    position,
    section,
    clause,
    points,
    kind: body.kind,
    prompt: body.prompt,
    answered: answer !== null,
    options: options(item),
    rightOrder: key.kind === "ordering" ? key.order.map((id) => htmlOf(body, id)) : [],
    number:
      key.kind === "numeric"
        ? {
            given: answer && "number" in answer ? answer.number : null,
            value: key.value,
            tolerance: key.tolerance,
            unit: body.unit ?? null,
          }
        : null,
    explanation: key.explanation,
  };
}

function options({ body, key, served, answer }: AnsweredItem): ReviewedOption[] {
  if (key.kind === "numeric") return [];
  if (key.kind === "ordering") {
    const order = answer && "order" in answer ? answer.order : served;
    return order.map((id, index) => ({
      id,
      html: htmlOf(body, id),
      chosen: false,
      right: key.order[index] === id,
      why: null,
    }));
  }
  const chosen = answer && "chosen" in answer ? answer.chosen : [];
  return served.map((id) => ({
    id,
    html: htmlOf(body, id),
    chosen: chosen.includes(id),
    right: key.correct.includes(id),
    why: key.why[id] ?? null,
  }));
}

function htmlOf(body: QuestionBody, id: string): string {
  return body.options.find((option) => option.id === id)?.html ?? "";
}
