/**
 * Texts that share most of their runs of three words: resemblance by shingles as of Broder (1997), "On the resemblance
 * and containment of documents". Each pair that shares a run is counted once a run, so unlike texts cost nothing.
 */
const SHINGLE = 3;
/** Share of runs in common, of all runs in either, from which two questions ask the same. */
export const ALIKE = 0.5;

export interface NearDuplicate<T> {
  readonly first: T;
  readonly second: T;
  readonly share: number;
}

export function nearDuplicates<T>(items: readonly T[], wordsOf: (item: T) => string): NearDuplicate<T>[] {
  const sizes: number[] = [];
  const holders = new Map<string, number[]>();
  const found: NearDuplicate<T>[] = [];
  for (const [index, item] of items.entries()) {
    const runs = shinglesOf(wordsOf(item));
    sizes.push(runs.size);
    const shared = new Map<number, number>();
    for (const run of runs) {
      const earlier = holders.get(run) ?? [];
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(run, [...earlier, index]);
    }
    for (const [other, common] of shared) {
      const share = common / (runs.size + sizes[other]! - common);
      if (share >= ALIKE) found.push({ first: items[other]!, second: item, share });
    }
  }
  return found;
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = Math.max(1, words.length - SHINGLE + 1);
  return new Set(words.slice(0, last).map((_, start) => words.slice(start, start + SHINGLE).join(" ")));
}
