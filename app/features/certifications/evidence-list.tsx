import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";

interface EvidenceListProps {
  evidence: readonly {
    id: string;
    kind: string;
    title: string;
    edition: string;
    occurredAt: Date;
    score: number | null;
  }[];
  /** Auditors open the records themselves. */
  linked: boolean;
  timeZone: string;
}

/** The records that an award was granted on. */
export function EvidenceList({ evidence, linked, timeZone }: EvidenceListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {evidence.map(({ id, kind, title, score, occurredAt }) => (
        <li key={id} className="py-2.5">
          <p>
            {linked ? (
              <Link to={`/audit/records/${id}`} className="link">
                {title}
              </Link>
            ) : (
              title
            )}
          </p>
          <p className="text-sm text-muted">
            {kind === "course-completed" ? "Course completed" : "Test passed"}
            {score === null ? "" : ` with ${Math.round(score * 100)}%`} on{" "}
            <DateTime value={occurredAt} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ul>
  );
}
