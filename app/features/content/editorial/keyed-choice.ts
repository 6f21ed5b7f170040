/** A question with one right option among several, wherever it stands. */
export interface KeyedChoice {
  readonly id: string;
  /** Plain text, in the order of the file. */
  readonly options: readonly string[];
  /** Index of the right one. */
  readonly right: number;
}
