import { useMemo } from "react";
import { Button, ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Notice } from "~/ui/notice";
import { differingLines } from "./differing-lines";
import type { TheirLesson } from "./live-answer";
import { SourceSample } from "./source-sample";

interface ConflictNoticeProps {
  message: string;
  theirs: TheirLesson;
  /** What the author has typed, to compare with. */
  mine: string;
  timeZone: string;
  place: string;
  onKeepMine?: (() => void) | undefined;
  onTakeTheirs?: (() => void) | undefined;
}

/** Two texts, and nothing decided: stands inside the editor's form, so that its buttons send what was typed. */
export function ConflictNotice({
  message,
  theirs,
  mine,
  timeZone,
  place,
  onKeepMine,
  onTakeTheirs,
}: ConflictNoticeProps) {
  const { same, lines } = useMemo(() => differingLines(mine, theirs.source), [mine, theirs.source]);
  return (
    <Notice kind="danger" title="There are two versions of this lesson">
      <div className="grid gap-3">
        <p>
          {message} The other version was saved{" "}
          <DateTime value={theirs.savedAt} timeZone={timeZone} format="datetime" />; yours is still in the
          fields below.
        </p>
        <p>
          {same
            ? "The two texts are the same; only title, summary or minutes differ."
            : `The other version differs in ${lines.length === 1 ? "1 line" : `${lines.length} lines`}, marked here with an arrow.`}
        </p>
        <details>
          <summary className="min-h-6 w-fit font-medium">Show the other version</summary>
          <p className="mt-2">
            <strong>{theirs.title || "No title"}</strong>, {theirs.minutes} min. {theirs.summary}
          </p>
          <SourceSample label="The other version" className="mt-2 max-h-80 whitespace-pre-wrap">
            {theirs.source
              .split("\n")
              .map((line, index) => `${lines.includes(index + 1) ? "→" : " "} ${line}`)
              .join("\n")}
          </SourceSample>
        </details>
        <input type="hidden" name="theirVersion" value={theirs.version} />
        <div className="flex flex-wrap gap-2">
          <Button name="form" value="keep-mine" onClick={onKeepMine && stop(onKeepMine)}>
            Keep mine
          </Button>
          <ButtonLink to={place} variant="secondary" reloadDocument onClick={onTakeTheirs}>
            Take the other version
          </ButtonLink>
        </div>
      </div>
    </Notice>
  );
}

function stop(run: () => void) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault();
    run();
  };
}
