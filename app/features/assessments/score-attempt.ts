/**
 * Scoring, pure: the same paper and answers give the same points on any day. Every question is worth one point.
 *
 * - single, true-false: one point for the right option.
 * - multiple: (right ticks − wrong ticks) / number of right options, never below 0.
 * - numeric: one point within the tolerance, its limits included.
 * - ordering: the share of neighbouring steps that follow each other as they should, so that one misplaced step
 *   does not cost the whole sequence.
 * - no answer, or one that does not fit the question: 0.
 */
import { parseNumber } from "./parse-number";
import type { Answer, QuestionKey } from "./question";

/** Named in every record, so that a later change of these rules cannot reinterpret an earlier result. */
export const SCORING = "attest-scoring/1";

export interface PaperItem {
  readonly position: number;
  readonly section: number;
  readonly clause: string | null;
  readonly key: QuestionKey;
}

export interface Paper {
  readonly passMark: number;
  readonly sections: readonly string[];
  readonly items: readonly PaperItem[];
}

export interface Tally {
  readonly label: string;
  readonly points: number;
  readonly max: number;
}

export interface Score {
  readonly items: readonly { readonly position: number; readonly points: number }[];
  readonly sections: readonly Tally[];
  readonly clauses: readonly Tally[];
  readonly points: number;
  readonly max: number;
  /** Share of points, 0 to 1. */
  readonly score: number;
  readonly passed: boolean;
}

/** Thirds and sevenths added up must not miss a pass mark by a rounding error. */
const ROUNDING = 1e-9;

export function scoreAttempt(paper: Paper, answers: ReadonlyMap<number, Answer | null>): Score {
  const items = paper.items.map((item) => ({
    position: item.position,
    points: pointsFor(item.key, answers.get(item.position) ?? null),
  }));
  const points = sum(items.map((item) => item.points));
  const max = items.length;
  const score = max === 0 ? 0 : rounded(points / max);
  const earned = new Map(items.map((item) => [item.position, item.points]));
  const tally = (label: string, of: readonly PaperItem[]): Tally => ({
    label,
    points: rounded(sum(of.map((item) => earned.get(item.position) ?? 0))),
    max: of.length,
  });
  const clauses = [...new Set(paper.items.flatMap((item) => item.clause ?? []))].sort(byClause);
  return {
    items: items.map((item) => ({ ...item, points: rounded(item.points) })),
    sections: paper.sections.map((title, index) =>
      tally(
        title,
        paper.items.filter((item) => item.section === index),
      ),
    ),
    clauses: clauses.map((clause) =>
      tally(
        clause,
        paper.items.filter((item) => item.clause === clause),
      ),
    ),
    points: rounded(points),
    max,
    score,
    passed: max > 0 && points / max + ROUNDING >= paper.passMark,
  };
}

export function pointsFor(key: QuestionKey, answer: Answer | null): number {
  if (!answer) return 0;
  if (key.kind === "numeric") return "number" in answer ? numericPoints(key, answer.number) : 0;
  if (key.kind === "ordering") return "order" in answer ? orderingPoints(key.order, answer.order) : 0;
  if (!("chosen" in answer)) return 0;
  return key.kind === "multiple"
    ? multiplePoints(key.correct, answer.chosen)
    : singlePoints(key.correct, answer.chosen);
}

function singlePoints(correct: readonly string[], chosen: readonly string[]): number {
  return chosen.length === 1 && correct.includes(chosen[0]!) ? 1 : 0;
}

function multiplePoints(correct: readonly string[], chosen: readonly string[]): number {
  const ticks = [...new Set(chosen)];
  const right = ticks.filter((id) => correct.includes(id)).length;
  return Math.max(0, right - (ticks.length - right)) / correct.length;
}

function numericPoints(key: { value: number; tolerance: number }, typed: string): number {
  const given = parseNumber(typed);
  if (given === null) return 0;
  const slack = ROUNDING * Math.max(1, Math.abs(key.value));
  return Math.abs(given - key.value) <= key.tolerance + slack ? 1 : 0;
}

function orderingPoints(order: readonly string[], given: readonly string[]): number {
  if (given.length !== order.length || new Set(given).size !== order.length) return 0;
  const follows = new Map(order.slice(1).map((step, index) => [order[index]!, step]));
  const kept = given.slice(1).filter((step, index) => follows.get(given[index]!) === step).length;
  return kept / (order.length - 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** 7.2 before 10.1. */
function byClause(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
