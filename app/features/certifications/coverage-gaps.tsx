import { Link } from "@remix-run/react";
import type { Coverage } from "./coverage";
import { StatusBadge } from "./status-date";

/** Work that must pause, named by accountability, and who it concerns. */
export function CoverageGaps({ coverage }: { coverage: readonly Coverage[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {coverage.map(({ accountabilityId, title, jobRole, gaps, total }) => (
        <li
          key={accountabilityId}
          className="grid gap-x-10 gap-y-2 py-4 print:break-inside-avoid lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]"
        >
          <div>
            <h3 className="font-semibold">{title}</h3>
            <p className="text-sm text-muted">
              {jobRole}: to pause for {gaps.length} of {total} people
            </p>
          </div>
          <ul className="grid content-start gap-1.5">
            {gaps.map(({ personId, name, lacks }) => (
              <li key={personId} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
                <span>
                  <Link to={`/team/${personId}`} className="link">
                    {name}
                  </Link>
                </span>
                <ul className="grid gap-1 text-sm">
                  {lacks.map((lack) => (
                    <li key={lack.title} className="flex items-baseline justify-between gap-x-4">
                      <span>{lack.title}</span>
                      <StatusBadge status={lack.status} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
