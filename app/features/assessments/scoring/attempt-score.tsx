import { Bar } from "~/ui/bar";
import type { AttemptResult } from "../sitting/attempt-view";
import { meetsMinimum } from "./score-attempt";
import { count, markPercent, percent, pointsOf } from "./score-words";

type AttemptScoreProps = Pick<
  AttemptResult,
  "score" | "passMark" | "passed" | "points" | "max" | "sections" | "clauses"
>;

/** The number that matters, large, against the mark it is measured by. */
export function AttemptScore(props: AttemptScoreProps) {
  const { score, passMark, passed, points, max, sections, clauses } = props;
  const missed = [...sections, ...clauses].filter((tally) => !meetsMinimum(tally)).length;
  return (
    <div className="grid max-w-[34rem] gap-2">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-4xl font-semibold tracking-tight tabular-nums">{percent(score, passMark)}</span>
        <span className="text-muted">
          {pointsOf(points, max)}; {markPercent(passMark)} is needed to pass
        </span>
      </p>
      <Bar value={score} mark={passMark} label="Score" tone={passed ? "valid" : "expired"} />
      {!passed && missed > 0 ? (
        <p>
          {count(missed, "part")} of the test did not reach{" "}
          {missed === 1 ? "its own minimum" : "their own minimums"}, which {missed === 1 ? "is" : "are"}{" "}
          needed as well. See below which.
        </p>
      ) : null}
    </div>
  );
}
