/**
 * Scoring, pure: the same paper, answers and marks give the same points on any day. A question is worth one point, or
 * what it says; what is earned of it is a share from 0 to 1:
 *
 * - single, true-false: all for the right option.
 * - multiple: (right ticks − wrong ticks) / number of right options, never below 0; or, where the question says so, all
 *   or nothing, the share of options ticked or left rightly, or the sum of what its options are said to give.
 * - numeric: all within the tolerance, its limits included; where the unit is part of the answer, after conversion.
 * - ordering: the share of neighbouring steps that follow each other as they should, so that one misplaced step
 *   does not cost the whole sequence; or all or nothing.
 * - matching, gaps: the share that is right; or all or nothing.
 * - short text: what the best accepted answer that fits gives.
 * - hotspot: all for a point in a right area, or for its name.
 * - free and file response: what a person gave by the rubric, as a share of its most.
 * - no answer, or one that does not fit the question: 0.
 */
import {
  isMarkedByHand,
  type Answer,
  type ChoiceKey,
  type HotspotKey,
  type NumericKey,
  type OrderingKey,
  type PairsKey,
  type QuestionKey,
  type Shape,
  type ShortTextKey,
} from "../questions/question";
import { parseNumber } from "../questions/parse-number";
import { matchesText } from "./short-text";
import { isWithin } from "./within-shape";

/** Named in every record, so that a later change of these rules cannot reinterpret an earlier result. */
export const SCORING = "attest-scoring/2";
/** What they say of everything that an earlier record can hold is the same. */
export const SCORED_ALIKE: readonly string[] = ["attest-scoring/1", SCORING];

export interface PaperItem {
  readonly position: number;
  readonly section: number;
  readonly clause: string | null;
  readonly key: QuestionKey;
  /** What it is worth; 1 where nothing is said. */
  readonly worth?: number | undefined;
}

export interface Paper {
  readonly passMark: number;
  /** Needed in each section as well, in their order. */
  readonly sectionPassMarks?: readonly (number | null)[];
  /** Needed in each clause as well. */
  readonly clausePassMark?: number | null;
  readonly sections: readonly string[];
  readonly items: readonly PaperItem[];
}

/** What became of a question after it was asked. */
export type Treatment =
  | { readonly kind: "full-credit" }
  /** It counts for nobody. */
  | { readonly kind: "drop" }
  | { readonly kind: "new-key"; readonly key: QuestionKey };

export interface Judgement {
  /** Shares given by people, by position. */
  readonly marks?: ReadonlyMap<number, number>;
  /** By position. */
  readonly treatments?: ReadonlyMap<number, Treatment>;
}

export interface Tally {
  readonly label: string;
  readonly points: number;
  readonly max: number;
  /** The share that it needs of its own. */
  readonly passMark?: number;
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
  /** Which rules it was scored by. */
  readonly rules: string;
  /** Positions that a person has yet to mark; while there are any, the rest is not the result. */
  readonly pending: readonly number[];
}

/** Thirds and sevenths added up must not miss a pass mark by a rounding error. */
const ROUNDING = 1e-9;

export function scoreAttempt(
  paper: Paper,
  answers: ReadonlyMap<number, Answer | null>,
  { marks = new Map(), treatments = new Map() }: Judgement = {},
): Score {
  const scored = paper.items.map((item) => {
    const answer = answers.get(item.position) ?? null;
    const treatment = treatments.get(item.position);
    const worth = treatment?.kind === "drop" ? 0 : (item.worth ?? 1);
    const share = shareOf(item, answer, treatment, marks.get(item.position));
    return { ...item, worth, points: worth * (share ?? 0), pending: share === null && worth > 0 };
  });
  const points = sum(scored.map((item) => item.points));
  const max = sum(scored.map((item) => item.worth));
  const tally = (label: string, of: typeof scored, passMark?: number | null): Tally => ({
    label,
    points: sum(of.map((item) => item.points)),
    max: sum(of.map((item) => item.worth)),
    ...(passMark ? { passMark } : {}),
  });
  const sections = paper.sections.map((title, index) =>
    tally(
      title,
      scored.filter((item) => item.section === index),
      paper.sectionPassMarks?.[index],
    ),
  );
  const clauses = [...new Set(paper.items.flatMap((item) => item.clause ?? []))]
    .sort(byClause)
    .map((clause) =>
      tally(
        clause,
        scored.filter((item) => item.clause === clause),
        paper.clausePassMark,
      ),
    );
  const pending = scored.filter((item) => item.pending).map((item) => item.position);
  const hurdles = [{ points, max, passMark: paper.passMark }, ...sections, ...clauses];
  return {
    items: scored.map(({ position, points: earned }) => ({ position, points: rounded(earned) })),
    sections: sections.map(roundedTally),
    clauses: clauses.map(roundedTally),
    points: rounded(points),
    max,
    score: max === 0 ? 0 : rounded(points / max),
    passed: max > 0 && pending.length === 0 && hurdles.every(isReached),
    rules: SCORING,
    pending,
  };
}

/** The points that a recorded share stands for: it was rounded, and 0.583333 of 12 are 7. */
export function pointsFor(share: number, max: number): number {
  /* A share is off by half a millionth at most: what that comes to is rounded away. */
  const scale = 10 ** Math.max(0, 5 - Math.ceil(Math.log10(Math.max(10, max))));
  return Math.round(share * max * scale) / scale;
}

/** Whether a part has what it needs of its own, by figures that were rounded for the record. */
export function meetsMinimum({ points, max, passMark = 0 }: Tally): boolean {
  return max === 0 || points / max + 1e-6 >= passMark;
}

function isReached({ points, max, passMark = 0 }: Omit<Tally, "label">): boolean {
  return max === 0 || points / max + ROUNDING >= passMark;
}

function roundedTally(tally: Tally): Tally {
  return { ...tally, points: rounded(tally.points) };
}

function shareOf(
  { key }: PaperItem,
  answer: Answer | null,
  treatment: Treatment | undefined,
  mark: number | undefined,
): number | null {
  if (treatment?.kind === "full-credit") return 1;
  if (treatment?.kind === "drop") return 0;
  if (mark !== undefined) return Math.min(1, Math.max(0, mark));
  const judged = treatment?.key ?? key;
  if (isMarkedByHand(judged.kind)) return answer === null ? 0 : null;
  return shareFor(judged, answer);
}

/** What an answer earns of a question that the key decides, 0 to 1. */
export function shareFor(key: QuestionKey, answer: Answer | null): number {
  if (!answer) return 0;
  switch (key.kind) {
    case "numeric":
      return "number" in answer ? numericShare(key, answer) : 0;
    case "ordering":
      return "order" in answer ? orderingShare(key, answer.order) : 0;
    case "matching":
    case "gaps":
      return "pairs" in answer ? pairsShare(key, answer.pairs) : 0;
    case "short-text":
      return "text" in answer ? textShare(key, answer.text) : 0;
    case "hotspot":
      return hotspotShare(key, answer);
    case "free-response":
    case "file-response":
      return 0;
    case "multiple":
      return "chosen" in answer ? multipleShare(key, answer.chosen) : 0;
    default:
      return "chosen" in answer ? singleShare(key, answer.chosen) : 0;
  }
}

function singleShare({ correct, credits }: ChoiceKey, chosen: readonly string[]): number {
  if (chosen.length !== 1) return 0;
  if (credits) return within01(own(credits, chosen[0]!) ?? 0);
  return correct.includes(chosen[0]!) ? 1 : 0;
}

function multipleShare(key: ChoiceKey, chosen: readonly string[]): number {
  const { correct, credit = "right-minus-wrong", credits = {} } = key;
  const ticks = [...new Set(chosen)];
  const right = ticks.filter((id) => correct.includes(id)).length;
  const wrong = ticks.length - right;
  switch (credit) {
    case "right-minus-wrong":
      return Math.max(0, right - wrong) / correct.length;
    case "all-or-nothing":
      return wrong === 0 && right === correct.length ? 1 : 0;
    case "each-option":
      return within01(1 - (wrong + correct.length - right) / Math.max(1, key.options ?? 0));
    case "by-option":
      return within01(sum(ticks.map((id) => own(credits, id) ?? 0)));
  }
}

function numericShare(key: NumericKey, answer: Extract<Answer, { number: string }>): number {
  const typed = parseNumber(answer.number);
  if (typed === null) return 0;
  const factor = key.units ? own(key.units, answer.unit ?? "") : 1;
  if (factor === undefined) return 0;
  const slack = ROUNDING * Math.max(1, Math.abs(key.value));
  return Math.abs(typed * factor - key.value) <= key.tolerance + slack ? 1 : 0;
}

function orderingShare({ order, credit }: OrderingKey, given: readonly string[]): number {
  if (given.length !== order.length || new Set(given).size !== order.length) return 0;
  const follows = new Map(order.slice(1).map((step, index) => [order[index]!, step]));
  const kept = given.slice(1).filter((step, index) => follows.get(given[index]!) === step).length;
  const share = kept / (order.length - 1);
  return credit === "all-or-nothing" && share < 1 ? 0 : share;
}

function pairsShare({ pairs, credit }: PairsKey, given: Readonly<Record<string, string>>): number {
  const stems = Object.keys(pairs);
  const share =
    stems.filter((stem) => Object.hasOwn(given, stem) && given[stem] === pairs[stem]).length / stems.length;
  return credit === "all-or-nothing" && share < 1 ? 0 : share;
}

function textShare({ accepted, matchCase }: ShortTextKey, typed: string): number {
  const fitting = accepted.filter(({ text }) => matchesText(text, typed, matchCase));
  return within01(Math.max(0, ...fitting.map(({ credit }) => credit)));
}

function hotspotShare({ areas, correct }: HotspotKey, answer: Answer): number {
  if ("chosen" in answer) return answer.chosen.length === 1 && correct.includes(answer.chosen[0]!) ? 1 : 0;
  if (!("point" in answer)) return 0;
  const isIn = (shape: Shape | undefined) => shape !== undefined && isWithin(shape, answer.point);
  return correct.some((id) => isIn(own(areas, id))) ? 1 : 0;
}

/** What was written there, and not what every object has: "constructor" is a word like any other. */
function own<V>(values: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function within01(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/* Made once: making it costs far more than comparing, and thousands of attempts are scored when a question is regraded. */
const clauseOrder = new Intl.Collator("en", { numeric: true });

/** 7.2 before 10.1. */
function byClause(a: string, b: string): number {
  return clauseOrder.compare(a, b);
}
