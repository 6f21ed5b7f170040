import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { StateBadge } from "~/ui/state-badge";
import { markPercent, percent } from "../scoring/score-words";
import { aboutWords } from "./appeal-words";
import type { AppealPage } from "./find-appeal.server";

export function AppealFacts({ appeal, timeZone }: { appeal: AppealPage; timeZone: string }) {
  const { title, position, filedAt, decideBy, decidedAt, state, result, passMark } = appeal;
  const when = (value: Date) => <DateTime value={value} timeZone={timeZone} format="datetime" />;
  return (
    <Facts
      items={[
        { label: "Test", value: title },
        { label: "About", value: aboutWords(position) },
        {
          label: "Result",
          value: result ? (
            <>
              <StateBadge
                state={result.passed ? "passed" : "failed"}
                label={`${result.passed ? "Passed" : "Not passed"}, ${percent(result.score)}`}
              />{" "}
              <span className="text-sm text-muted">{markPercent(passMark)} is needed</span>
            </>
          ) : (
            "None yet"
          ),
        },
        { label: "Filed", value: when(filedAt) },
        state === "open"
          ? { label: "Decide by", value: when(decideBy) }
          : { label: state === "withdrawn" ? "Withdrawn" : "Decided", value: when(decidedAt ?? decideBy) },
      ]}
    />
  );
}
