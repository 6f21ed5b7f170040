import type { Treatment } from "../scoring/score-attempt";
import type { ReviewedOption, ReviewedPair, ReviewedQuestion } from "../sitting/attempt-view";
import { matchesText } from "../scoring/short-text";
import type { Answer, PairsKey, QuestionBody, QuestionKey, QuestionOption, ShortTextKey } from "./question";

export interface AnsweredItem {
  readonly position: number;
  readonly section: number;
  readonly clause: string | null;
  readonly served: readonly string[];
  readonly answer: Answer | null;
  readonly points: number;
  readonly body: QuestionBody;
  readonly key: QuestionKey;
  readonly treatment?: Treatment;
  readonly pending?: boolean;
}

/** One submitted question with its key laid beside what was served and given. Pure. */
export function reviewQuestion(item: AnsweredItem): ReviewedQuestion {
  const { position, section, clause, points, body, answer, treatment, pending = false } = item;
  const key = treatment?.kind === "new-key" ? treatment.key : item.key;
  const dropped = treatment?.kind === "drop";
  return {
    position,
    section,
    clause,
    points,
    worth: dropped ? 0 : (body.points ?? 1),
    pending,
    treatment: treatment?.kind ?? null,
    kind: body.kind,
    scenario: body.scenario ?? null,
    prompt: body.prompt,
    answered: answer !== null,
    options: optionsOf({ ...item, key }),
    rightOrder: key.kind === "ordering" ? key.order.map((id) => htmlOf(body.options, id)) : [],
    number: key.kind === "numeric" ? numberOf(body, key, answer) : null,
    pairs: key.kind === "matching" || key.kind === "gaps" ? pairsOf(body, key, answer) : [],
    text: body.text ?? [],
    typed:
      key.kind === "short-text"
        ? {
            given: textOf(answer),
            right: acceptedFor(key, answer, (credit) => credit === 1),
            partly: acceptedFor(key, answer, (credit) => credit < 1),
          }
        : null,
    spot:
      key.kind === "hotspot" && body.figure
        ? {
            figure: body.figure,
            point: answer && "point" in answer ? answer.point : null,
            right: key.correct.flatMap((id) => key.areas[id] ?? []),
          }
        : null,
    response:
      key.kind === "free-response" || key.kind === "file-response"
        ? {
            text: textOf(answer),
            file: answer && "file" in answer ? answer.file : null,
            criteria: (body.criteria ?? []).map((criterion) => ({
              ...criterion,
              levels: key.rubric.find(({ id }) => id === criterion.id)?.levels ?? [],
            })),
          }
        : null,
    explanation: key.explanation,
  };
}

/** What fits the answer comes first. */
function acceptedFor(
  { accepted, matchCase }: ShortTextKey,
  answer: Answer | null,
  of: (credit: number) => boolean,
): string[] {
  const given = textOf(answer);
  const texts = accepted.filter(({ credit }) => of(credit)).map(({ text }) => text);
  const fits = (text: string) => given !== null && matchesText(text, given, matchCase);
  return [...texts.filter(fits), ...texts.filter((text) => !fits(text))];
}

function textOf(answer: Answer | null): string | null {
  return answer && "text" in answer ? answer.text : null;
}

function numberOf(
  body: QuestionBody,
  key: Extract<QuestionKey, { kind: "numeric" }>,
  answer: Answer | null,
): ReviewedQuestion["number"] {
  const given = answer && "number" in answer ? answer : null;
  const base = Object.entries(key.units ?? {}).find(([, factor]) => factor === 1)?.[0];
  return {
    given: given === null ? null : [given.number, given.unit ?? body.unit].filter(Boolean).join(" "),
    value: key.value,
    tolerance: key.tolerance,
    unit: body.unit ?? base ?? null,
  };
}

function pairsOf(body: QuestionBody, key: PairsKey, answer: Answer | null): ReviewedPair[] {
  const given = answer && "pairs" in answer ? answer.pairs : {};
  const slots = body.gaps ?? (body.stems ?? []).map(({ id }) => ({ id, options: body.options }));
  return slots.map(({ id, options }) => ({
    id,
    html: htmlOf(body.stems ?? [], id),
    given: given[id] === undefined ? null : htmlOf(options, given[id]),
    right: htmlOf(options, key.pairs[id] ?? ""),
    correct: given[id] !== undefined && given[id] === key.pairs[id],
  }));
}

function optionsOf({ body, key, served, answer }: AnsweredItem): ReviewedOption[] {
  if (key.kind === "ordering") {
    const order = answer && "order" in answer ? answer.order : served;
    return order.map((id, index) => ({
      id,
      html: htmlOf(body.options, id),
      chosen: false,
      right: key.order[index] === id,
      why: null,
    }));
  }
  if (!("correct" in key)) return [];
  const chosen = answer && "chosen" in answer ? answer.chosen : [];
  return served.map((id) => ({
    id,
    html: htmlOf(body.options, id),
    chosen: chosen.includes(id),
    right: key.correct.includes(id),
    why: key.why[id] ?? null,
  }));
}

function htmlOf(options: readonly QuestionOption[], id: string): string {
  return options.find((option) => option.id === id)?.html ?? "";
}
