import { Link } from "@remix-run/react";
import { StateBadge } from "~/ui/state-badge";
import { WhatIsDecided } from "./decisions/what-is-decided";
import type { OwedCertification, OwedStep } from "./owed";
import { stepWords } from "./step-words";
import { StatusBadge, StatusDate } from "./status-date";

interface OwedListProps {
  owed: readonly OwedCertification[];
  timeZone: string;
  /** Whoever looks can do these steps themselves. */
  own?: boolean;
}

export function OwedList({ owed, timeZone, own = true }: OwedListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {owed.map((certification) => (
        <li
          key={certification.certificationId}
          className="grid gap-x-10 gap-y-3 py-4 print:break-inside-avoid lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]"
        >
          <div>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="font-semibold">
                <Link to={`/certifications/${certification.certificationId}`} className="link">
                  {certification.title}
                </Link>
              </h3>
              <StatusBadge {...certification} />
            </div>
            <p className="mt-0.5">
              <StatusDate {...certification} timeZone={timeZone} />
            </p>
            {certification.duties.length > 0 ? (
              <p className="mt-0.5 text-sm text-muted">
                Needed for: {certification.duties.join(", ")}.
                {certification.uncovered ? " This work is to pause until it is held." : ""}
              </p>
            ) : null}
          </div>
          <ul className="grid content-start gap-2">
            {certification.toDecide || certification.refusedFor !== null ? (
              <li>
                <WhatIsDecided {...certification} own={own} />
              </li>
            ) : null}
            {certification.steps.map((step) => (
              <Step key={`${step.kind} ${step.title}`} step={step} own={own} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Step({ step, own }: { step: OwedStep; own: boolean }) {
  const { kind, title, to, state, detail, anyOf } = step;
  return (
    <li className="flex items-baseline justify-between gap-x-4">
      <span className="min-w-0">
        <span className="text-sm text-muted">{stepWords[kind]}: </span>
        {to && own ? (
          <Link to={to} className="link">
            {title}
          </Link>
        ) : (
          title
        )}
        {anyOf === null ? null : (
          <span className="block text-sm text-muted">
            {anyOf === 1 ? "One of these is enough" : `Any ${anyOf} of these are enough`}
          </span>
        )}
        {detail && own ? <span className="block text-sm text-muted">{detail}</span> : null}
      </span>
      <StateBadge state={state} className="shrink-0" />
    </li>
  );
}
