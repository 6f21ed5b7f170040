export interface DifferingLines {
  readonly same: boolean;
  /** Numbers of those lines of `other` that `mine` lacks, by the longest run of lines the two share. */
  readonly lines: readonly number[];
}

/** Beyond this the comparison would cost more than it tells. */
const MOST_CELLS = 4_000_000;

export function differingLines(mine: string, other: string): DifferingLines {
  const a = mine.replace(/\r\n?/g, "\n").split("\n");
  const b = other.split("\n");
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const shared = left.length * right.length > MOST_CELLS ? new Set<number>() : sharedIn(left, right);
  const lines = right.flatMap((_, index) => (shared.has(index) ? [] : [start + index + 1]));
  return { same: left.length === 0 && right.length === 0, lines };
}

/** Indexes in `b` of a longest common subsequence of the two. */
function sharedIn(a: readonly string[], b: readonly string[]): Set<number> {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const shared = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared.add(j);
      i++;
      j++;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return shared;
}
