import { Link } from "@remix-run/react";
import { dayInWords } from "~/features/people/calendar";
import { DateTime } from "~/ui/date-time";
import { ExternalBadge } from "./external-badge";
import type { ExternalState } from "./external-rules";

interface Props {
  certificates: readonly {
    readonly id: string;
    readonly issuer: string;
    readonly number: string;
    readonly expiresOn: string | null;
    readonly sentAt: Date;
    readonly state: ExternalState;
    readonly reason: string | null;
  }[];
  timeZone: string;
}

/** What somebody sent in for one step, the latest first. */
export function SentList({ certificates, timeZone }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {certificates.map(({ id, issuer, number, expiresOn, sentAt, state, reason }) => (
        <li key={id} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`/external-certificates/${id}`} className="link min-w-0 break-words">
              {issuer}, {number}
            </Link>
            <ExternalBadge state={state} />
          </p>
          <p className="text-sm text-muted">
            Sent on <DateTime value={sentAt} timeZone={timeZone} />.{" "}
            {expiresOn ? `Ends on ${dayInWords(expiresOn)}.` : "Does not end."}
          </p>
          {reason ? <p className="max-w-[42rem] text-sm break-words whitespace-pre-wrap">{reason}</p> : null}
        </li>
      ))}
    </ul>
  );
}
