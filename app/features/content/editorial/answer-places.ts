/**
 * Whether the right answers of a set keep to one place. Pearson's chi-squared against an even spread, at the level of
 * one in a hundred. Where numbers of options are mixed, the expected counts are summed, which makes the test milder.
 */
import type { KeyedChoice } from "./keyed-choice";

/** Below five, any spread is likely. From five on, fewer than 2 even sets in 100 are called uneven. */
export const FEWEST_CHOICES = 5;
/** The normal deviate that one in a hundred exceeds. */
const Z = 2.326;

export interface UnevenPlaces {
  /** Right answers by place. */
  readonly counts: readonly number[];
  readonly expected: readonly number[];
}

export function unevenPlaces(choices: readonly KeyedChoice[]): UnevenPlaces | null {
  if (choices.length < FEWEST_CHOICES) return null;
  const places = Math.max(...choices.map(({ options }) => options.length));
  const counts = Array.from({ length: places }, () => 0);
  const expected = [...counts];
  for (const { options, right } of choices) {
    counts[right]! += 1;
    for (let place = 0; place < options.length; place++) expected[place]! += 1 / options.length;
  }
  const statistic = counts.reduce(
    (sum, count, place) => sum + (count - expected[place]!) ** 2 / expected[place]!,
    0,
  );
  return statistic > criticalValue(places - 1) ? { counts, expected } : null;
}

/** Of chi-squared, by the approximation of Wilson and Hilferty (1931); within one in a hundred of the tables. */
export function criticalValue(degrees: number): number {
  const ninth = 2 / (9 * degrees);
  return degrees * (1 - ninth + Z * Math.sqrt(ninth)) ** 3;
}
