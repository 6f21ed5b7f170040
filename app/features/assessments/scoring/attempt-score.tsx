import { Bar } from "~/ui/bar";
import type { AttemptResult } from "../sitting/attempt-view";
import { percent, pointsOf } from "./score-words";

type AttemptScoreProps = Pick<AttemptResult, "score" | "passMark" | "passed" | "points" | "max">;

/** The number that matters, large, against the mark it is measured by. */
export function AttemptScore({ score, passMark, passed, points, max }: AttemptScoreProps) {
  return (
    <div className="grid max-w-[34rem] gap-2">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-4xl font-semibold tracking-tight tabular-nums">{percent(score)}</span>
        <span className="text-muted">
          {pointsOf(points, max)}; {percent(passMark)} is needed to pass
        </span>
      </p>
      <Bar value={score} mark={passMark} label="Score" tone={passed ? "valid" : "expired"} />
    </div>
  );
}
