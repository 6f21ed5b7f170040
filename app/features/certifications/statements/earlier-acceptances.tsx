import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";

interface Props {
  earlier: readonly { readonly id: string; readonly at: Date; readonly sameText: boolean }[];
  timeZone: string;
}

export function EarlierAcceptances({ earlier, timeZone }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {earlier.map(({ id, at, sameText }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5">
          <Link to={`/acceptances/${id}`} className="link">
            <DateTime value={at} timeZone={timeZone} format="datetime" />
          </Link>
          <span className="text-sm text-muted">{sameText ? "The same text" : "Another text"}</span>
        </li>
      ))}
    </ul>
  );
}
