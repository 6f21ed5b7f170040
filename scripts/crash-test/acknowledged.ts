/** What the portal said is kept. Everything here must be there in the end. */
export class Acknowledged {
  /** By attempt, then by position: the answer that was acknowledged last. */
  readonly answers = new Map<string, Map<number, string>>();
  readonly submissions = new Set<string>();
  readonly lessons = new Set<string>();
  readonly courses = new Set<string>();
  /** How many times each answer to a knowledge check was acknowledged. */
  readonly checks = new Map<string, number>();
  answerCount = 0;
  /** Requests that a kill cut off, or that were refused meanwhile; each was sent again. */
  interrupted = 0;

  answer(attemptId: string, position: number, kept: string): void {
    this.answerCount++;
    const answers = this.answers.get(attemptId) ?? new Map<number, string>();
    this.answers.set(attemptId, answers.set(position, kept));
  }

  check(personId: string, course: string, checkId: string, chosen: readonly string[]): void {
    const key = keyOf(personId, course, checkId, JSON.stringify([...chosen].sort()));
    this.checks.set(key, (this.checks.get(key) ?? 0) + 1);
  }
}

export function keyOf(...parts: (string | number | null | undefined)[]): string {
  return parts.join("\u0000");
}
