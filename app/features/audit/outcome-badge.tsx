import { percent } from "~/features/assessments/scoring/score-words";
import { StateBadge, type State } from "~/ui/state-badge";
import { outcomeWords, wordOf } from "./record-words";

const states: Readonly<Record<string, State>> = {
  completed: "completed",
  passed: "passed",
  failed: "failed",
  met: "passed",
  "not-met": "failed",
  accepted: "completed",
  refused: "failed",
  granted: "valid",
  suspended: "suspended",
  revoked: "revoked",
  surrendered: "surrendered",
  reinstated: "valid",
  corrected: "draft",
};

export function OutcomeBadge({ outcome, score }: { outcome: string; score?: number | null }) {
  const word = wordOf(outcomeWords, outcome);
  const label = typeof score === "number" ? `${word}, ${percent(score)}` : word;
  return <StateBadge state={states[outcome] ?? "draft"} label={label} />;
}
