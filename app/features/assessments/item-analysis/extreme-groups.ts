/**
 * The strongest and the weakest part of the people who sat a test.
 *
 * Where several people share the score at the edge of a group there is no telling who belongs to it. Each of them then
 * counts in part, so that the group keeps its size and the order in which papers arrive changes nothing.
 */
export interface ExtremeGroups {
  /** How much each person counts in the group, 0 to 1, in the order of the scores given. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

/** `null` where the groups would be empty or overlap, or everyone has the same score. */
export function extremeGroups(exact: readonly number[], fraction: number): ExtremeGroups | null {
  // The same thirds added up in another order miss each other in the last digit, and would not tie.
  const scores = exact.map((score) => Math.round(score * 1e9) / 1e9);
  const size = Math.round(scores.length * fraction);
  if (size < 1 || size * 2 > scores.length) return null;
  const sorted = [...scores].sort((a, b) => a - b);
  if (sorted[0] === sorted.at(-1)) return null;
  return {
    upper: weights(
      scores.map((score) => -score),
      size,
    ),
    lower: weights(scores, size),
  };
}

/** The mean of the values in a group, each value weighted by how much its person belongs. */
export function groupMean(values: readonly number[], group: readonly number[]): number {
  const total = group.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * group[index]!, 0) / total;
}

function weights(scores: readonly number[], size: number): number[] {
  const edge = [...scores].sort((a, b) => a - b)[size - 1]!;
  const inside = scores.filter((score) => score < edge).length;
  const atEdge = scores.filter((score) => score === edge).length;
  const share = (size - inside) / atEdge;
  return scores.map((score) => (score < edge ? 1 : score === edge ? share : 0));
}
