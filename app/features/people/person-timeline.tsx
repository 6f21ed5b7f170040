import { DateTime } from "~/ui/date-time";
import { EmptyState } from "~/ui/empty-state";
import { Timeline, TimelineItem } from "~/ui/timeline";
import type { HistoryEntry } from "./person-queries.server";

export function PersonTimeline({
  entries,
  timeZone,
}: {
  entries: readonly HistoryEntry[];
  timeZone: string;
}) {
  if (entries.length === 0)
    return (
      <EmptyState title="Nothing was changed yet">
        Every change from now on is listed here, with its reason.
      </EmptyState>
    );
  return (
    <Timeline label="What was changed, the latest first">
      {entries.map(({ id, at, action, summary, reason, actorName }) => (
        <TimelineItem
          key={id}
          title={`${TITLES[action]}${summary}`}
          when={
            <>
              <DateTime value={at} timeZone={timeZone} format="datetime" />, {actorName ?? "the portal"}
            </>
          }
        >
          {reason}
        </TimelineItem>
      ))}
    </Timeline>
  );
}

/** Where the summary alone does not say what was done. */
const TITLES: Record<HistoryEntry["action"], string> = {
  added: "",
  edited: "Corrected: ",
  assigned: "Given: ",
  ended: "Ended: ",
  left: "",
  returned: "",
  invited: "",
  "reset-sent": "",
  "team-created": "",
  "team-renamed": "",
};
