import { dayInWords } from "~/features/people/calendar";
import { DateTime } from "~/ui/date-time";
import { Timeline, TimelineItem } from "~/ui/timeline";
import type { externalPage } from "./external-page.server";

type Decision = Awaited<ReturnType<typeof externalPage>>["decisions"][number];

const words: Readonly<Record<string, string>> = {
  accepted: "Accepted",
  refused: "Not accepted",
  withdrawn: "Withdrawn",
  revoked: "Acceptance taken back",
};

/** Who decided what about it, and why. */
export function ExternalHistory({
  decisions,
  timeZone,
}: {
  decisions: readonly Decision[];
  timeZone: string;
}) {
  return (
    <Timeline label="What was decided about it">
      {decisions.map(({ id, kind, at, by, reason, issuedOn, expiresOn }) => (
        <TimelineItem
          key={id}
          title={`${words[kind] ?? kind} by ${by}`}
          tone={kind === "accepted" ? "valid" : "revoked"}
          when={<DateTime value={at} timeZone={timeZone} format="datetime" />}
        >
          {kind === "accepted" && issuedOn
            ? `Issued on ${dayInWords(issuedOn)}, ${expiresOn ? `counts until the end of ${dayInWords(expiresOn)}` : "does not end"}.`
            : null}
          {reason ? <span className="block break-words whitespace-pre-wrap">{reason}</span> : null}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
