import { unsaidNote } from "~/features/content/revisions/change-kinds";
import { DateTime } from "~/ui/date-time";
import { Notice } from "~/ui/notice";
import { renewalWords } from "./renewal-words";

interface RenewalNoticeProps {
  renewal: {
    kind: "delta" | "full";
    from: { number: number };
    lessons: number;
    done: number;
    changes: readonly { slug: string; title: string; change: string }[];
  };
  lessons: number;
  revisionNumber: number;
  note: string;
  completedAt: Date;
  timeZone: string;
}

/** What has changed since the person completed the course, and what is asked of them now. */
export function RenewalNotice(props: RenewalNoticeProps) {
  const { renewal, lessons, revisionNumber, note, completedAt, timeZone } = props;
  const removed = renewal.changes.filter(({ change }) => change === "removed");
  return (
    <Notice kind="info" title={renewalWords(renewal, lessons)}>
      <p>
        You completed revision {renewal.from.number} on <DateTime value={completedAt} timeZone={timeZone} />.
        Revision {revisionNumber} is in force now{note === unsaidNote ? "." : `: ${note}`}
      </p>
      <p>
        {renewal.kind === "delta"
          ? "Read the lessons marked below and answer their knowledge checks. The others count as you read them."
          : "It asks everybody to read all of its lessons and answer their knowledge checks again."}{" "}
        Your record of revision {renewal.from.number} stays as it is.
      </p>
      {removed.length > 0 ? (
        <p>No longer part of it: {removed.map(({ title }) => title).join(", ")}.</p>
      ) : null}
    </Notice>
  );
}
