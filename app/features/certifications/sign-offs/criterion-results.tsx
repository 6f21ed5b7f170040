import { Paperclip } from "lucide-react";
import { DateTime } from "~/ui/date-time";
import { StateBadge, type State } from "~/ui/state-badge";
import { markInWords, openBecause, resultWords, targetInWords } from "./mark-words";
import type { SeenCriterion } from "./sign-off-page.server";
import type { CriterionResult } from "./sign-off-rules";

const states: Readonly<Record<CriterionResult, State>> = {
  met: "passed",
  "not-met": "failed",
  open: "not-started",
};

export function ResultBadge({ result }: { result: CriterionResult }) {
  return <StateBadge state={states[result]} label={resultWords[result]} className="shrink-0" />;
}

interface Props {
  criteria: readonly SeenCriterion[];
  signOffId: string;
  timeZone: string;
}

/** What was seen, point by point. */
export function CriterionResults({ criteria, signOffId, timeZone }: Props) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {criteria.map(({ criterion, mark, result }) => (
        <li key={criterion.id} className="grid gap-1 py-3.5 print:break-inside-avoid">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 font-medium">
              {criterion.text}
              {criterion.required ? "" : " (not required)"}
            </p>
            <ResultBadge result={result} />
          </div>
          {criterion.measured ? (
            <p className="tabular-nums">
              {markInWords(criterion, mark ?? undefined)}
              <span className="text-muted"> · Target: {targetInWords(criterion.measured)}</span>
            </p>
          ) : null}
          {openBecause(criterion, mark ?? undefined) ? (
            <p className="text-sm font-medium text-due">{openBecause(criterion, mark ?? undefined)}</p>
          ) : null}
          {mark?.note ? <p className="whitespace-pre-line">{mark.note}</p> : null}
          {mark?.file ? (
            <p>
              <a
                href={`/sign-offs/${signOffId}/files/${criterion.id}`}
                className="link inline-flex min-h-6 items-center gap-1.5 break-all"
              >
                <Paperclip aria-hidden className="size-4 shrink-0" />
                {mark.file.name}
              </a>
            </p>
          ) : null}
          {mark ? (
            <p className="text-sm text-muted">
              {mark.savedByName}, <DateTime value={mark.savedAt} timeZone={timeZone} format="datetime" />
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
