/**
 * How far a score would come out the same on another day.
 *
 * - Everyone had the same questions: Cronbach's alpha (Cronbach 1951, "Coefficient alpha and the internal structure of
 *   tests", Psychometrika 16); where every share is 0 or 1 this is the same number as KR-20 (Kuder & Richardson 1937,
 *   "The theory of the estimation of test reliability", Psychometrika 2).
 * - Papers were drawn, so most pairs of questions were answered by few of the same people and there is no complete
 *   matrix to put into alpha: the mean covariance of two questions asked together, divided by the variance of the
 *   scores. Two papers drawn apart for the same person share exactly that covariance, so it is the correlation to
 *   expect between them (randomly parallel tests: Cronbach, Rajaratnam & Gleser 1963, "Theory of generalizability",
 *   British Journal of Statistical Psychology 16; the i:p design of Brennan 2001, "Generalizability theory").
 *   It counts the luck of drawing an easier paper as error, which it is when all meet one pass mark. On a complete
 *   matrix it equals alpha, because the variance of a mean of k questions is (mean variance + (k − 1) mean covariance) / k.
 */
import { mean, sum, variance } from "./moments";
import { scoredItems, type SatPaper } from "./responses";

export interface Reliability {
  readonly method: "kr-20" | "alpha" | "drawn";
  /** At most 1. Below 0 where the questions contradict one another. */
  readonly value: number;
}

/** `null` where there are fewer than two people or two questions, or all scores are the same. */
export function reliabilityOf(papers: readonly SatPaper[]): Reliability | null {
  const shares = papers
    .map((paper) => new Map(scoredItems(paper).map((item) => [item.questionId, item.share])))
    .filter((paper) => paper.size > 0);
  const questions = [...(shares[0]?.keys() ?? [])];
  const complete = shares.every(
    (paper) => paper.size === questions.length && questions.every((question) => paper.has(question)),
  );
  if (!complete) {
    const value = reliabilityOfDrawn(shares);
    return value === null ? null : { method: "drawn", value };
  }
  const matrix = shares.map((paper) => questions.map((question) => paper.get(question)!));
  const value = cronbachAlpha(matrix);
  if (value === null) return null;
  const rightOrWrong = matrix.every((row) => row.every((share) => share === 0 || share === 1));
  return { method: rightOrWrong ? "kr-20" : "alpha", value };
}

/** Rows are people, columns questions. With 0 and 1 only this is KR-20. */
export function cronbachAlpha(matrix: readonly (readonly number[])[]): number | null {
  const k = matrix[0]?.length ?? 0;
  const total = variance(matrix.map(sum));
  if (k < 2 || !total) return null;
  const items = sum(matrix[0]!.map((_, column) => variance(matrix.map((row) => row[column]!)) ?? 0));
  return (k / (k - 1)) * (1 - items / total);
}

/** One map per paper, from question to share. See the head of this file for the method and its sources. */
export function reliabilityOfDrawn(papers: readonly ReadonlyMap<string, number>[]): number | null {
  const scores = variance(papers.flatMap((paper) => mean([...paper.values()]) ?? []));
  const together = meanCovariance(papers);
  // Two estimates from few sittings may cross; more than wholly reliable a score cannot be.
  return !scores || together === null ? null : Math.min(1, together / scores);
}

/**
 * The mean covariance of two questions asked together, each pair counted as often as it was asked.
 *
 * Shares are taken from the mean of all who had the question, not only of those who had the pair, or a pair that two
 * people had would say nothing. The divisor allows for these means being estimates: with n people for one question, m
 * for the other and b for both, the products of a pair expect b × (1 − 1/n − 1/m + b/nm) times its covariance. On a
 * complete matrix that is n − 1, the usual divisor.
 */
export function meanCovariance(papers: readonly ReadonlyMap<string, number>[]): number | null {
  const answers = new Map<string, number[]>();
  for (const paper of papers) {
    for (const [question, share] of paper) {
      const known = answers.get(question);
      if (known) known.push(share);
      else answers.set(question, [share]);
    }
  }
  const index = new Map([...answers.keys()].map((question, position) => [question, position]));
  const counts = [...answers.values()].map((shares) => shares.length);
  const means = [...answers.values()].map((shares) => sum(shares) / shares.length);
  // How many had both; a flat table, because there are papers × questions² / 2 pairs to count.
  const both = new Uint32Array(counts.length ** 2);
  let products = 0;
  for (const paper of papers) {
    const items = [...paper.keys()].map((question) => index.get(question)!).sort((a, b) => a - b);
    items.forEach((one, position) => {
      for (let next = position + 1; next < items.length; next += 1) {
        both[one * counts.length + items[next]!]! += 1;
      }
    });
    // The products of all pairs are half of what the square of the sum has over the sum of the squares.
    const off = [...paper].map(([question, share]) => share - means[index.get(question)!]!);
    products += (sum(off) ** 2 - sum(off.map((value) => value ** 2))) / 2;
  }
  let divisor = 0;
  both.forEach((b, pair) => {
    if (b === 0) return;
    const n = counts[Math.floor(pair / counts.length)]!;
    const m = counts[pair % counts.length]!;
    divisor += b * (1 - 1 / n - 1 / m + b / (n * m));
  });
  return divisor < 1e-9 ? null : products / divisor;
}

/**
 * How far a score typically lies from what the person would get on average over many such papers: sd × √(1 − reliability)
 * (Crocker & Algina 1986, "Introduction to classical and modern test theory", chapter 6). A reliability below 0 is
 * chance and counts as 0, because an error cannot vary more than the scores it is part of.
 */
export function standardError(sd: number, reliability: number): number {
  return sd * Math.sqrt(1 - Math.min(1, Math.max(0, reliability)));
}

/** Spearman (1910) and Brown (1910), British Journal of Psychology 3: the reliability of a test made `times` as long. */
export function reliabilityWhenLengthened(reliability: number, times: number): number | null {
  const divisor = 1 + (times - 1) * reliability;
  return divisor <= 0 ? null : (times * reliability) / divisor;
}

/**
 * The same formula solved for length: how many questions like these it takes. `null` where no number would do, because
 * the questions have nothing in common, and where a single one is said to be perfect.
 */
export function questionsNeeded(
  reliability: number,
  questions: number,
  wanted: 0.7 | 0.8 | 0.9,
): number | null {
  if (reliability <= 0 || reliability >= 1) return null;
  const times = (wanted * (1 - reliability)) / (reliability * (1 - wanted));
  const needed = Math.ceil(times * questions - 1e-9);
  return Number.isSafeInteger(needed) ? needed : null;
}
