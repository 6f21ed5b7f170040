/** Deadlines of appeals. Pure. */

export const APPEAL_STATES = ["open", "upheld", "rejected", "withdrawn"] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** What an upheld appeal leads to, where it changes the result. */
export type Remedy = "full-credit" | "second-marking";

export const DAYS_TO_APPEAL = 14;
export const DAYS_TO_DECIDE = 14;
export const SHORTEST_GROUNDS = 20;
export const LONGEST_GROUNDS = 4_000;
const DAY = 86_400_000;

/** From this moment on it is too late. @param recordedAt when the latest result was recorded */
export function appealsCloseAt(recordedAt: Date): Date {
  return new Date(recordedAt.getTime() + DAYS_TO_APPEAL * DAY);
}

export function decideBy(filedAt: Date): Date {
  return new Date(filedAt.getTime() + DAYS_TO_DECIDE * DAY);
}

export function isOverdue({ state, decideBy }: { state: string; decideBy: Date }, at: Date): boolean {
  return state === "open" && at >= decideBy;
}

/** One appeal at a time for a question, or for the whole test. */
export function openKeyOf(attemptId: string, position: number | null): string {
  return `${attemptId}:${position ?? "test"}`;
}
