import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";
import { isRenewed, type AwardState } from "./certification-rules";
import { LastDay } from "./last-day";

interface ListedCertificate {
  id: string;
  certificationId: string;
  title: string;
  edition: string;
  state: AwardState;
  validFrom: Date;
  validUntil: Date | null;
}

export function CertificateList({
  certificates,
  timeZone,
}: {
  certificates: readonly ListedCertificate[];
  timeZone: string;
}) {
  const renewed = renewedIn(certificates);
  return (
    <ul className="divide-y divide-line border-y border-line">
      {certificates.map(({ id, title, edition, state, validFrom, validUntil }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`/certificates/${id}`} className="link font-medium">
              {title}
            </Link>
            <span className="text-sm text-muted">Edition {edition}</span>
            <StateBadge state={state} />
            {renewed.has(id) ? <span className="text-sm text-muted">Renewed already</span> : null}
          </span>
          <span className="text-sm text-muted">
            <DateTime value={validFrom} timeZone={timeZone} />
            {validUntil ? (
              <>
                {" to "}
                <LastDay value={validUntil} timeZone={timeZone} />
              </>
            ) : (
              ", does not expire"
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Those that another one follows: both count for a while. */
function renewedIn(certificates: readonly ListedCertificate[]): ReadonlySet<string> {
  return new Set(
    certificates
      .filter((one) => one.state === "valid" && isRenewed(one, ofTheSame(one, certificates)))
      .map(({ id }) => id),
  );
}

function ofTheSame(
  { certificationId }: ListedCertificate,
  certificates: readonly ListedCertificate[],
): ListedCertificate[] {
  return certificates.filter((other) => other.certificationId === certificationId);
}
