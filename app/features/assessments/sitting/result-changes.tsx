import { DateTime } from "~/ui/date-time";
import { Notice } from "~/ui/notice";
import { percent } from "../scoring/score-words";
import type { ResultChange } from "./attempt-view";

const causes: Readonly<Record<string, string>> = {
  submitted: "Scored when it was submitted",
  marked: "Marked",
  regraded: "Regraded",
  appeal: "After an appeal",
};

/** What the result was before, and why it changed: nothing is taken away without being said. */
export function ResultChanges({ changes, timeZone }: { changes: readonly ResultChange[]; timeZone: string }) {
  const [latest] = changes;
  if (!latest) return null;
  return (
    <Notice kind="info" title="The result was changed after it was first known">
      <ol className="grid gap-1.5">
        {changes.map(({ cause, recordedAt, score, passed, reason }, index) => (
          <li key={index}>
            <DateTime value={recordedAt} timeZone={timeZone} format="datetime" />: {causes[cause] ?? cause},{" "}
            {percent(score)}, {passed ? "passed" : "not passed"}
            {index === 0 ? " (this counts)" : ""}.{reason ? ` ${reason}` : ""}
          </li>
        ))}
      </ol>
    </Notice>
  );
}
