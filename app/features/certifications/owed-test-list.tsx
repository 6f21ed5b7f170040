import { Link } from "@remix-run/react";
import { StateBadge } from "~/ui/state-badge";
import type { OwedTest } from "./owed-tests.server";
import { StatusDate } from "./status-date";

export function OwedTestList({ tests, timeZone }: { tests: readonly OwedTest[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {tests.map(({ title, state, to, anyOf, for: certification }) => (
        <li key={to} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <span className="min-w-0">
            <Link to={to} className="link font-semibold">
              {title}
            </Link>
            <span className="block text-sm text-muted">
              For {certification.title}. <StatusDate {...certification} timeZone={timeZone} />
            </span>
            {anyOf === null ? null : (
              <span className="block text-sm text-muted">
                {anyOf === 1
                  ? "One of several things is enough"
                  : `Any ${anyOf} of several things are enough`}
              </span>
            )}
          </span>
          <StateBadge state={state} className="shrink-0" />
        </li>
      ))}
    </ul>
  );
}
