/** What the portal said is kept of tests. Everything here must be there in the end. */
export class AcknowledgedTests {
  /** By attempt, then by position: the answer that was acknowledged last. */
  readonly answers = new Map<string, Map<number, string>>();
  readonly submissions = new Set<string>();
  answerCount = 0;
  /** Requests that were cut off or refused, each of which was sent again, by what came instead of an answer. */
  readonly interruptions = new Map<string, number>();

  get interrupted(): string {
    const kinds = [...this.interruptions].map(([why, times]) => `${why}: ${times}`);
    return kinds.length > 0 ? kinds.join(", ") : "none";
  }

  readonly interrupt = (why: string): void => {
    this.interruptions.set(why, (this.interruptions.get(why) ?? 0) + 1);
  };

  answer(attemptId: string, position: number, kept: string): void {
    this.answerCount++;
    const answers = this.answers.get(attemptId) ?? new Map<number, string>();
    this.answers.set(attemptId, answers.set(position, kept));
  }
}
