import { DateTime } from "~/ui/date-time";
import { Notice } from "~/ui/notice";

interface CoverageBehindProps {
  behind: { readonly people: number | null; readonly countedAt: Date | null };
  timeZone: string;
}

/** Says what is not in the totals yet. */
export function CoverageBehind({ behind: { people, countedAt }, timeZone }: CoverageBehindProps) {
  const who =
    people === null ? "more than 1,000 people" : people === 1 ? "one person" : `up to ${people} people`;
  return (
    <Notice kind="info" title="Not everything is counted yet">
      {countedAt ? (
        <>
          The totals were counted at <DateTime value={countedAt} timeZone={timeZone} format="datetime" />
          .{" "}
        </>
      ) : null}
      What has changed for {who} since is not in them yet. It is being counted, and will be here when you load
      the page again.
    </Notice>
  );
}
