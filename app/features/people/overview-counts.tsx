import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface Count {
  label: string;
  value: number;
  /** What the number means for the reader, and what to do about it. */
  note: ReactNode;
  to?: string;
}

/** A few numbers that matter, each leading to where one acts on it. */
export function OverviewCounts({ counts }: { counts: readonly Count[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {counts.map(({ label, value, note, to }) => (
        <div key={label} className="flex flex-col border-t-2 border-line pt-3">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="text-3xl font-semibold tracking-tight tabular-nums">
            {to ? (
              <Link to={to} className="hover:underline" aria-label={`${label}: ${value}`}>
                {value}
              </Link>
            ) : (
              value
            )}
          </dd>
          <dd className="mt-1 text-sm text-muted">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
