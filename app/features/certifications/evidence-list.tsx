import { Link } from "@remix-run/react";
import { percent } from "~/features/assessments/scoring/score-words";
import { formatDate } from "~/ui/date-format";
import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";

interface Evidence {
  id: string;
  kind: string;
  title: string;
  edition: string;
  occurredAt: Date;
  score: number | null;
  /** Where its observation can be opened. */
  signOffId?: string | null;
  externalId?: string | null;
  revokedAt?: Date | null;
}

interface EvidenceListProps {
  evidence: readonly Evidence[];
  /** Auditors open the records themselves. */
  linked: boolean;
  timeZone: string;
}

const words: Readonly<Record<string, string>> = {
  "course-completed": "Course completed",
  "sign-off-acknowledged": "Signed off by a manager",
  "statement-accepted": "Statement accepted",
  "external-certificate-decided": "Certificate of another issuer accepted",
};

/** The records that an award was granted on. */
export function EvidenceList({ evidence, linked, timeZone }: EvidenceListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {evidence.map((item) => {
        const { id, kind, title, score, occurredAt, revokedAt } = item;
        const to = linked ? `/audit/records/${id}` : placeOf(item);
        return (
          <li key={id} className="py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-3">
              {to ? (
                <Link to={to} className="link">
                  {title}
                </Link>
              ) : (
                title
              )}
              {revokedAt ? (
                <StateBadge
                  state="revoked"
                  label={`Found to be false on ${formatDate(revokedAt, timeZone)}`}
                />
              ) : null}
            </p>
            <p className="text-sm text-muted">
              {words[kind] ?? "Test passed"}
              {score === null ? "" : ` with ${percent(score)}`} on{" "}
              <DateTime value={occurredAt} timeZone={timeZone} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Where the holder and who manages them can open it. */
function placeOf({ id, kind, signOffId, externalId }: Evidence): string | null {
  if (signOffId) return `/sign-offs/${signOffId}`;
  if (kind === "statement-accepted") return `/acceptances/${id}`;
  return externalId ? `/external-certificates/${externalId}` : null;
}
