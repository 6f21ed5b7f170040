/** What a lesson says and asks, however it is set: the ground on which revisions are compared. */
import { sha256 } from "~/platform/ids.server";
import type { Snapshot } from "../compile-lesson.server";
import { plainText } from "../plain-text";

type Compiled = Pick<Snapshot, "text" | "segments" | "checks">;

export interface AskedCheck {
  readonly choices: readonly string[];
  /** Indexes of the right ones. */
  readonly right: readonly number[];
}

/** The same for a lesson that only looks different: other markup of the same words, pictures, links and checks. */
export function contentHash({ text, segments, checks }: Compiled): string {
  const places = segments.flatMap((segment) =>
    segment.kind === "html"
      ? [...segment.html.matchAll(/ (?:src|href)="([^"#]+)"/g)].map(([, to]) => to)
      : [],
  );
  const asked = segments.filter(({ kind }) => kind === "knowledge-check");
  return sha256(JSON.stringify([text, places, asked, checks]));
}

/** By id. */
export function checksAsked({ segments, checks }: Compiled): Map<string, AskedCheck> {
  return new Map(
    segments.flatMap((segment) => {
      if (segment.kind !== "knowledge-check") return [];
      const correct = checks[segment.id]?.correct ?? [];
      const right = segment.choices.flatMap(({ id }, index) => (correct.includes(id) ? [index] : []));
      return [[segment.id, { choices: segment.choices.map(({ html }) => html), right }]];
    }),
  );
}

/** Whether an answer that was right before is so no longer. Choices with the same words may stand in another order. */
export function answersDiffer(before: AskedCheck, after: AskedCheck): boolean {
  const rightIn = ({ choices, right }: AskedCheck) => right.map((index) => choices[index]!).sort();
  const sameWords = same([...before.choices].sort(), [...after.choices].sort());
  if (sameWords) return !same(rightIn(before), rightIn(after));
  return before.choices.length !== after.choices.length || !same(before.right, after.right);
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Every figure that a lesson prints, its checks and what they explain among it; each once, however thousands are set. */
export function figuresIn({ text, segments, checks }: Compiled): Set<string> {
  const asked = segments.flatMap((segment) =>
    segment.kind === "knowledge-check" ? [segment.question, ...segment.choices.map(({ html }) => html)] : [],
  );
  /* What stands in two elements is two figures. */
  const said = (html: string) => plainText(html.replaceAll("<", " <"));
  const explained = Object.values(checks).flatMap(({ why, explanation }) => [
    ...Object.values(why),
    said(explanation),
  ]);
  const words = [text, ...asked.map(said), ...explained].join("\n");
  return new Set(words.match(FIGURE)?.map((figure) => figure.replaceAll(THOUSANDS, "")) ?? []);
}

/** With its sign, which is no hyphen within a word or between figures. */
const FIGURE = /(?:(?<![\p{L}\p{N}])[-−])?\p{N}+(?:[.,'’]\p{N}+)*/gu;
const THOUSANDS = /(?<=[1-9]\p{N}{0,2}|[,'’]\p{N}{3})[,'’](?=\p{N}{3}(?!\p{N}))/gu;
