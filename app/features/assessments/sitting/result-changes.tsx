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

interface ResultChangesProps {
  changes: readonly ResultChange[];
  markedAgain: boolean;
  timeZone: string;
}

/** What the result was before, and why it changed: nothing is taken away without being said. */
export function ResultChanges({ changes, markedAgain, timeZone }: ResultChangesProps) {
  return (
    <>
      {markedAgain ? (
        <Notice kind="info" title="Somebody marks your answers again">
          Until then this result stands.
        </Notice>
      ) : null}
      {changes.length > 0 ? <ChangeList changes={changes} timeZone={timeZone} /> : null}
    </>
  );
}

function ChangeList({ changes, timeZone }: Omit<ResultChangesProps, "markedAgain">) {
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
