const BINS = 10;

/** How many scores fall into each tenth; a full score belongs to the last. Pure. */
export function scoreBins(scores: readonly number[]): number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const score of scores) bins[Math.min(BINS - 1, Math.floor(score * BINS + 1e-9))]!++;
  return bins;
}
