/** What the analysis of a test reads: submitted papers, and what each question offers. Nobody is named in it. */
export interface SatItem {
  readonly questionId: string;
  readonly versionId: string;
  /** Share of the question's points, 0 to 1. `null` where it is not scored: awaiting a marker, or dropped. */
  readonly share: number | null;
  /** Option ids. `null` for kinds without options, and where there is no answer. */
  readonly chosen: readonly string[] | null;
  readonly answered: boolean;
  readonly seconds: number | null;
}

/** One submitted attempt. People get different papers, so two of them may have few questions in common. */
export interface SatPaper {
  readonly attemptId: string;
  /** Share of points, 0 to 1. */
  readonly score: number;
  readonly items: readonly SatItem[];
}

export interface AskedQuestion {
  readonly questionId: string;
  /** Only `single` and `true-false` are treated apart: they have one right option, and a chance of guessing it. */
  readonly kind: string;
  readonly correct: readonly string[] | null;
  readonly options: readonly string[];
}

/** Every question counts the same in a paper, as it does when attempts are scored. */
export function scoredItems(paper: SatPaper): readonly (SatItem & { readonly share: number })[] {
  return paper.items.filter((item): item is SatItem & { share: number } => item.share !== null);
}
