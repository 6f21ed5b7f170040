import { Link } from "@remix-run/react";
import { DateTime } from "./date-time";

interface WaitingListProps {
  items: readonly { id: string; to: string; title: string; since: Date; detail?: string }[];
  timeZone: string;
}

/** What somebody has to decide, and since when it waits. */
export function WaitingList({ items, timeZone }: WaitingListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map(({ id, to, title, since, detail }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <Link to={to} className="link font-medium">
            {title}
          </Link>
          <span className="text-sm text-muted">
            {detail ? `${detail}, since ` : "Since "}
            <DateTime value={since} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
