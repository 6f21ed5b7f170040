import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Timeline, TimelineItem } from "~/ui/timeline";
import type { Tone } from "~/ui/tone";
import type { TimelineEntry } from "./award-timeline";
import { LastDay } from "./last-day";

const looks: Record<TimelineEntry["kind"], { word: string; tone: Tone }> = {
  awarded: { word: "Awarded", tone: "valid" },
  renewed: { word: "Renewed", tone: "valid" },
  expired: { word: "Expired", tone: "expired" },
  suspended: { word: "Suspended", tone: "revoked" },
  revoked: { word: "Revoked", tone: "revoked" },
  surrendered: { word: "Given back", tone: "draft" },
  reinstated: { word: "Reinstated", tone: "valid" },
  corrected: { word: "Dates corrected", tone: "due" },
};

interface AwardTimelineListProps {
  label: string;
  timeline: readonly TimelineEntry[];
  timeZone: string;
  /** The certificate whose page this is; the others are linked. */
  current?: string;
  reasons?: Readonly<Record<string, string>>;
}

export function AwardTimelineList({
  label,
  timeline,
  timeZone,
  current,
  reasons = {},
}: AwardTimelineListProps) {
  return (
    <Timeline label={label}>
      {timeline.map(({ key, kind, at, recordedAt, awardId, title, validUntil }) => {
        const { word, tone } = looks[kind];
        const name = current ? word : `${title}: ${word.toLowerCase()}`;
        const late = recordedAt.getTime() - at.getTime() > 60_000;
        return (
          <TimelineItem
            key={key}
            tone={tone}
            when={<DateTime value={at} timeZone={timeZone} />}
            title={
              awardId === current ? (
                name
              ) : (
                <Link to={`/certificates/${awardId}`} className="link">
                  {name}
                </Link>
              )
            }
          >
            {validUntil && (kind === "awarded" || kind === "renewed") ? (
              <p>
                Valid until <LastDay value={validUntil} timeZone={timeZone} />
              </p>
            ) : null}
            {reasons[key] ? <p>{reasons[key]}</p> : null}
            {late ? (
              <p>
                Put on record <DateTime value={recordedAt} timeZone={timeZone} />
              </p>
            ) : null}
          </TimelineItem>
        );
      })}
    </Timeline>
  );
}
