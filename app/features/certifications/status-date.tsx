import { DateTime } from "~/ui/date-time";
import { StateBadge, type State } from "~/ui/state-badge";
import type { CertificationStatus } from "./certification-rules";
import { LastDay } from "./last-day";

interface StatusProps {
  status: CertificationStatus;
  /** Held, and open for renewal. */
  renewal?: boolean;
}

export function StatusBadge({ status, renewal }: StatusProps) {
  if (status === "not-required") return <StateBadge state="draft" label="Not required" />;
  return renewal ? <StateBadge state="due" label="Renew" /> : <StateBadge state={status satisfies State} />;
}

const words: Record<Exclude<CertificationStatus, "not-required">, string> = {
  valid: "Valid until",
  due: "Due by",
  overdue: "Was due by",
  expired: "Expired on",
  revoked: "Revoked on",
  grace: "Renew by",
  suspended: "Suspended on",
  surrendered: "Given back on",
};

/** Where the date is one by which something ends or is to be done; the others tell when something happened. */
const ENDS: ReadonlySet<CertificationStatus> = new Set(["valid", "due", "overdue", "grace"]);

interface StatusDateProps extends StatusProps {
  date: Date | null;
  timeZone: string;
}

/** The date in the words of the status: "Was due by 4 Mar 2026". */
export function StatusDate({ status, renewal, date, timeZone }: StatusDateProps) {
  if (status === "not-required") return null;
  if (!date) return status === "valid" ? <>Does not expire</> : null;
  return (
    <>
      {renewal ? "Renew by" : words[status]}{" "}
      {ENDS.has(status) ? (
        <LastDay value={date} timeZone={timeZone} />
      ) : (
        <DateTime value={date} timeZone={timeZone} />
      )}
    </>
  );
}
