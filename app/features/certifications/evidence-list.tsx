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
    signOffId: string | null;
  }[];
  /** Auditors open the records themselves. */
  linked: boolean;
  timeZone: string;
}

const words: Readonly<Record<string, string>> = {
  "course-completed": "Course completed",
  "sign-off-acknowledged": "Signed off by a manager",
};

/** The records that an award was granted on. */
export function EvidenceList({ evidence, linked, timeZone }: EvidenceListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {evidence.map(({ id, kind, title, score, signOffId, occurredAt }) => (
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
            {words[kind] ?? "Test passed"}
            {score === null ? "" : ` with ${Math.round(score * 100)}%`} on{" "}
            <DateTime value={occurredAt} timeZone={timeZone} />
            {signOffId ? (
              <>
                .{" "}
                <Link to={`/sign-offs/${signOffId}`} className="link">
                  What was observed
                </Link>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
