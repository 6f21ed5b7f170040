/** Mean, spread and correlation. What cannot be said of the numbers given is `null`, never NaN or an infinity. */

/** Equal decimals, such as many 0.1, miss their own mean by a rounding error; that is no spread. */
const NO_SPREAD = 1e-12;

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Sample variance (n − 1); 0 where all values are the same. */
export function variance(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const middle = sum(values) / values.length;
  const spread = sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
  return spread < NO_SPREAD ? 0 : spread;
}

export function standardDeviation(values: readonly number[]): number | null {
  const spread = variance(values);
  return spread === null ? null : Math.sqrt(spread);
}

/** Pearson's correlation. With a question scored 0 or 1 it is the point-biserial. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const spreadX = variance(xs);
  const spreadY = variance(ys);
  if (xs.length !== ys.length || !spreadX || !spreadY) return null;
  const middleX = sum(xs) / xs.length;
  const middleY = sum(ys) / ys.length;
  const together = sum(xs.map((x, index) => (x - middleX) * (ys[index]! - middleY))) / (xs.length - 1);
  return Math.min(1, Math.max(-1, together / Math.sqrt(spreadX * spreadY)));
}

export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Interpolated between neighbours (type 7 of Hyndman & Fan 1996, as spreadsheets do it). */
export function quartiles(values: readonly number[]): Quartiles | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)]!;
    return below + (sorted[Math.ceil(place)]! - below) * (place % 1);
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
