import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";
import type { QuestionVersionRow } from "./find-question-version.server";

interface VersionListProps {
  /** Of the question's page. */
  here: string;
  versions: readonly QuestionVersionRow[];
  shown: string;
  timeZone: string;
}

/** The versions that were served in the test, and the one that is drawn now. */
export function VersionList({ here, versions, shown, timeZone }: VersionListProps) {
  return (
    <ul className="grid gap-1.5 text-sm">
      {versions.map(({ id, createdAt, inForce, asked }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {id === shown ? (
            <span aria-current="true" className="font-medium">
              Of <DateTime value={createdAt} timeZone={timeZone} /> (shown)
            </span>
          ) : (
            <Link to={`${here}?version=${id}`} className="link inline-flex min-h-6 items-center">
              Of <DateTime value={createdAt} timeZone={timeZone} />
            </Link>
          )}
          {inForce ? <StateBadge state="published" label="In force" /> : null}
          <span className="text-muted">
            {asked === 0 ? "not asked yet" : asked === 1 ? "asked once" : `asked ${asked} times`}
          </span>
        </li>
      ))}
    </ul>
  );
}
