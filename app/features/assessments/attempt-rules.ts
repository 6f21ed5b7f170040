/** When someone may sit an assessment, from their earlier attempts and its rules. Pure. */
import type { AttemptRules } from "./blueprint";

export interface PastAttempt {
  readonly id: string;
  readonly number: number;
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  /** Null while open. */
  readonly submittedAt: Date | null;
  readonly passed: boolean | null;
  readonly score: number | null;
}

export type AttemptState = "not-started" | "open" | "passed" | "failed" | "waiting";

export interface Standing {
  readonly state: AttemptState;
  readonly open: PastAttempt | null;
  readonly last: PastAttempt | null;
  /** Attempts left in this set, the open one not counted. */
  readonly left: number;
  /** When the next attempt may begin; null when it may now. */
  readonly nextAt: Date | null;
}

const HOUR = 3_600_000;

/**
 * Attempts come in sets of `max`. A pass closes a set, so that a certificate can be renewed years later; a set used up
 * without a pass is followed by a fresh one after `renewDays`. Within a set, `waitHours` lie between attempts.
 */
export function standingOf(attempts: readonly PastAttempt[], rules: AttemptRules, at: Date): Standing {
  const ordered = [...attempts].sort((a, b) => a.number - b.number);
  const open = ordered.find((attempt) => attempt.submittedAt === null) ?? null;
  const submitted = ordered.filter((attempt) => attempt.submittedAt !== null);
  const last = submitted.at(-1) ?? null;
  const used = usedInSet(submitted, rules.max);

  const exhausted = used >= rules.max;
  const pause = exhausted ? rules.renewDays * 24 * HOUR : used > 0 ? rules.waitHours * HOUR : 0;
  const opensAt = last && pause > 0 ? new Date(last.submittedAt!.getTime() + pause) : null;
  const nextAt = opensAt && opensAt > at ? opensAt : null;
  const free = exhausted ? (nextAt ? 0 : rules.max) : rules.max - used;

  const state: AttemptState = open
    ? "open"
    : !last
      ? "not-started"
      : last.passed
        ? "passed"
        : nextAt
          ? "waiting"
          : "failed";
  return { state, open, last, left: open ? Math.max(0, free - 1) : free, nextAt };
}

function usedInSet(submitted: readonly PastAttempt[], max: number): number {
  let used = 0;
  for (const attempt of submitted) {
    /* That another one could begin means that a fresh set had opened. */
    if (used >= max) used = 0;
    used = attempt.passed ? 0 : used + 1;
  }
  return used;
}
