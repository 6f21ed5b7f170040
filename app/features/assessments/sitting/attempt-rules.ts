/** When someone may sit an assessment, from their earlier attempts and its rules. Pure. */
import type { AttemptRules, Blueprint } from "../blueprints/blueprint";

export interface PastAttempt {
  readonly id: string;
  readonly number: number;
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  /** Null while open. */
  readonly submittedAt: Date | null;
  /** By the latest result; null while open or waiting for somebody to mark it. */
  readonly passed: boolean | null;
  readonly score: number | null;
}

/**
 * marking: submitted, and somebody has yet to mark it. closed: all tries are used, and no fresh set opens by itself.
 * not-open: before or after the time in which it may be sat.
 */
export type AttemptState =
  "not-started" | "open" | "marking" | "passed" | "failed" | "waiting" | "closed" | "not-open";

export interface Standing {
  readonly state: AttemptState;
  readonly open: PastAttempt | null;
  readonly last: PastAttempt | null;
  /** Attempts left in this set, the open one not counted. */
  readonly left: number;
  /** When the next attempt may begin; null when it may now, or never by itself. */
  readonly nextAt: Date | null;
  readonly mayStart: boolean;
}

type Rules = Pick<Blueprint, "attempts" | "window">;

const HOUR = 3_600_000;

/**
 * Attempts come in sets of `max`. A pass closes a set, so that a certificate can be renewed years later; a set used up
 * without a pass is followed by a fresh one after `renewDays`, where the rules do not say "closed", or by one that is
 * granted. Within a set, `waitHours` lie between attempts.
 * @param grants when fresh sets were granted
 */
export function standingOf(
  attempts: readonly PastAttempt[],
  { attempts: rules, window }: Rules,
  at: Date,
  grants: readonly Date[] = [],
): Standing {
  const ordered = [...attempts].sort((a, b) => a.number - b.number);
  const open = ordered.find((attempt) => attempt.submittedAt === null) ?? null;
  const submitted = ordered.filter((attempt) => attempt.submittedAt !== null);
  const last = submitted.at(-1) ?? null;
  const marking = last !== null && last.passed === null;

  const used = usedInSet(submitted, rules, grants);
  const granted = last !== null && grants.some((grant) => grant > last.submittedAt! && grant <= at);
  const exhausted = used >= rules.max && !granted;
  const waits = exhausted ? rules.renewDays * 24 : used > 0 && !granted ? rules.waitHours : 0;
  const opensAt = last && waits > 0 ? new Date(last.submittedAt!.getTime() + waits * HOUR) : null;
  const shut = exhausted && rules.afterLast === "closed";
  const begins = window?.opensAt ? new Date(window.opensAt) : null;
  const ends = window?.closesAt ? new Date(window.closesAt) : null;
  const nextAt = shut ? null : latest([opensAt, begins].filter((each) => each !== null && each > at));
  const over = ends !== null && at >= ends;
  const free = exhausted
    ? shut || (opensAt && opensAt > at)
      ? 0
      : rules.max
    : granted
      ? rules.max
      : rules.max - used;

  return {
    state: stateOf(),
    open,
    last,
    left: open ? Math.max(0, free - 1) : free,
    nextAt: over ? null : nextAt,
    mayStart: !open && !marking && !shut && !over && nextAt === null,
  };

  function stateOf(): AttemptState {
    if (open) return "open";
    if (marking) return "marking";
    if (last?.passed) return "passed";
    if (shut) return "closed";
    if (over || (begins && begins > at)) return "not-open";
    if (!last) return "not-started";
    return nextAt ? "waiting" : "failed";
  }
}

function usedInSet(
  submitted: readonly PastAttempt[],
  { max }: AttemptRules,
  grants: readonly Date[],
): number {
  let used = 0;
  let before: Date | null = null;
  for (const attempt of submitted) {
    /* That another one could begin means that a fresh set had opened. */
    if (used >= max || isBetween(grants, before, attempt.startedAt)) used = 0;
    used = attempt.passed ? 0 : used + 1;
    before = attempt.submittedAt;
  }
  return used;
}

function isBetween(moments: readonly Date[], after: Date | null, until: Date): boolean {
  return after !== null && moments.some((moment) => moment > after && moment <= until);
}

function latest(dates: readonly (Date | null)[]): Date | null {
  return dates.reduce<Date | null>(
    (latest, date) => (date && (!latest || date > latest) ? date : latest),
    null,
  );
}

/**
 * Until when answers are taken, and how much of that is grace that is not shown.
 * @param extraMinutes what an accommodation adds; it is also added to the end of the time in which the test may be sat
 */
export function deadlineFor(
  { minutes, graceSeconds = 0, window }: Pick<Blueprint, "minutes" | "graceSeconds" | "window">,
  startedAt: Date,
  extraMinutes: number,
): { deadlineAt: Date; graceSeconds: number } {
  const own = startedAt.getTime() + (minutes + extraMinutes) * 60_000;
  const closes = window?.closesAt ? Date.parse(window.closesAt) + extraMinutes * 60_000 : Infinity;
  return { deadlineAt: new Date(Math.min(own, closes) + graceSeconds * 1_000), graceSeconds };
}

/** The time that is shown. */
export function shownDeadline({
  deadlineAt,
  graceSeconds,
}: {
  deadlineAt: Date;
  graceSeconds: number;
}): Date {
  return new Date(deadlineAt.getTime() - graceSeconds * 1_000);
}
