/**
 * Whether somebody who always takes the option that stands out as the longest does better than by chance. Item-writing
 * guideline of Haladyna, Downing and Rodriguez (2002), "A review of multiple-choice item-writing guidelines".
 */
import type { KeyedChoice } from "./keyed-choice";

/** As with the places: less than this is chance in one set of a hundred. */
const LEVEL = 0.01;
/** An option stands out when the next one has a tenth fewer characters. */
const STANDS_OUT = 1.1;

export interface LongestRight {
  /** Ids of the questions whose right option stands out as the longest. */
  readonly right: readonly string[];
  /** Questions in which an option stands out. */
  readonly of: number;
  readonly expected: number;
}

export function longestIsRight(choices: readonly KeyedChoice[]): LongestRight | null {
  const telling = choices.filter(({ options }) => longestOf(options) !== null);
  const right = telling.filter((choice) => longestOf(choice.options) === choice.right).map(({ id }) => id);
  const chances = telling.map(({ options }) => 1 / options.length);
  if (right.length === 0 || atLeast(right.length, chances) >= LEVEL) return null;
  return { right, of: telling.length, expected: chances.reduce((sum, chance) => sum + chance, 0) };
}

function longestOf(options: readonly string[]): number | null {
  const [first, second] = options
    .map((text, index) => ({ index, length: text.trim().length }))
    .sort((a, b) => b.length - a.length);
  return first && second && first.length >= second.length * STANDS_OUT ? first.index : null;
}

/** The probability that `wanted` or more of independent events with these chances happen. */
export function atLeast(wanted: number, chances: readonly number[]): number {
  let exactly = [1];
  for (const chance of chances)
    exactly = [...exactly, 0].map((same, count) => same * (1 - chance) + (exactly[count - 1] ?? 0) * chance);
  return exactly.slice(wanted).reduce((sum, each) => sum + each, 0);
}
