/** What a person is told after answering a knowledge check. */
export interface CheckFeedback {
  chosen: string[];
  correct: boolean;
  /** For each choice made: whether it was right, and why. */
  notes: Record<string, { right: boolean; why: string }>;
  /** HTML; empty when the author wrote none. */
  explanation: string;
}
