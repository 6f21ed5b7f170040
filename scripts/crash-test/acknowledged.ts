import { AcknowledgedTests } from "../portal/acknowledged-tests";
import { keyOf } from "../portal/tally";

export class Acknowledged extends AcknowledgedTests {
  readonly lessons = new Set<string>();
  readonly courses = new Set<string>();
  /** How many times each answer to a knowledge check was acknowledged. */
  readonly checks = new Map<string, number>();

  check(personId: string, course: string, checkId: string, chosen: readonly string[]): void {
    const key = keyOf(personId, course, checkId, JSON.stringify([...chosen].sort()));
    this.checks.set(key, (this.checks.get(key) ?? 0) + 1);
  }
}
