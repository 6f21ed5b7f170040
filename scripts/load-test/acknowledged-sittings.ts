import { AcknowledgedTests } from "../portal/acknowledged-tests";

export class AcknowledgedSittings extends AcknowledgedTests {
  /** By person: every attempt that a start led to. More than one is a double attempt. */
  readonly attempts = new Map<string, Set<string>>();
  /** Starts after the one try was used up that were not refused. */
  secondTries = 0;

  started(personId: string, attemptId: string): void {
    this.attempts.set(personId, (this.attempts.get(personId) ?? new Set()).add(attemptId));
  }
}
