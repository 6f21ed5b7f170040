import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { ExternalBadge } from "./external/external-badge";
import type { StepProof } from "./step-proofs.server";

/** What a person accepted and sent in, each to be opened. */
export function StepProofList({ proofs, timeZone }: { proofs: readonly StepProof[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {proofs.map(({ kind, id, title, at, state }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5">
          <span className="min-w-0">
            <Link
              to={kind === "statement" ? `/acceptances/${id}` : `/external-certificates/${id}`}
              className="link break-words"
            >
              {title}
            </Link>
            <span className="block text-sm text-muted">
              {kind === "statement" ? "Accepted on " : "Sent in on "}
              <DateTime value={at} timeZone={timeZone} />
            </span>
          </span>
          <ExternalBadge state={state} />
        </li>
      ))}
    </ul>
  );
}
