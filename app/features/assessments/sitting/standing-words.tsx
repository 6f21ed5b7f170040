import type { ReactNode } from "react";
import { DateTime } from "~/ui/date-time";
import { StateBadge, type State } from "~/ui/state-badge";
import type { StandingView } from "./attempt-view";
import { count, duration } from "../scoring/score-words";

const badges: Record<StandingView["state"], State> = {
  "not-started": "not-started",
  open: "in-progress",
  passed: "passed",
  failed: "failed",
  waiting: "failed",
  marking: "marking",
  closed: "failed",
  "not-open": "closed",
};

export function StandingBadge({ standing }: { standing: StandingView }) {
  return <StateBadge state={badges[standing.state]} />;
}

interface RulesProps {
  max: number;
  waitHours: number;
  renewDays: number;
  closesForGood: boolean;
}

/** The rule for trying again, as it holds for everyone. */
export function attemptRule({ max, waitHours, renewDays, closesForGood }: RulesProps): string {
  const wait = waitHours > 0 && max > 1 ? `, with ${duration(waitHours)} between them` : "";
  const then = closesForGood
    ? "your manager can grant you another set"
    : `a fresh set opens ${count(renewDays, "day")} after the last`;
  return `You have ${count(max, "attempt")}${wait}. If all are used without a pass, ${then}.`;
}

/** What is left for this person, and from when. */
export function StandingWords({
  standing,
  timeZone,
}: {
  standing: StandingView;
  timeZone: string;
}): ReactNode {
  const { state, left, nextAt } = standing;
  if (state === "open")
    return <>You are in the middle of it. {count(left, "more attempt")} after this one.</>;
  if (state === "marking")
    return <>Submitted; somebody is marking it. The next attempt can start after that.</>;
  if (state === "closed") return <>All attempts are used. Ask your manager to grant you another set.</>;
  if (state === "not-open" && !nextAt) return <>The time in which it could be sat is over.</>;
  if (state === "not-open" && nextAt)
    return (
      <>
        It opens on <DateTime value={nextAt} timeZone={timeZone} format="datetime" />.
      </>
    );
  if (state === "passed")
    return (
      <>You have passed. You can sit it again when you want to renew it: {count(left, "attempt")} left.</>
    );
  if (nextAt)
    return (
      <>
        {left > 0
          ? `${count(left, "attempt")} left. The next can start on `
          : "No attempt left. A fresh set opens on "}
        <DateTime value={nextAt} timeZone={timeZone} format="datetime" />.
      </>
    );
  return <>{count(left, "attempt")} left; you can start now.</>;
}
