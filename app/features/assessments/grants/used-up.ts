/** Whether somebody's attempts are used up in a way that a grant mends. Pure. */
import type { Blueprint } from "../blueprints/blueprint";
import { standingOf, type PastAttempt, type Standing } from "../sitting/attempt-rules";

/** @returns where they stand without a grant; null where they may start anyway, or a grant would change nothing */
export function usedUp(
  attempts: readonly PastAttempt[],
  rules: Pick<Blueprint, "attempts" | "window">,
  at: Date,
  grants: readonly Date[],
): Standing | null {
  const standing = standingOf(attempts, rules, at, grants);
  const none = standing.state === "closed" || (standing.state === "waiting" && standing.left === 0);
  const helps = none && standingOf(attempts, rules, at, [...grants, at]).mayStart;
  return helps ? standing : null;
}
