import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import type { AccommodationRow } from "./accommodation-queries.server";
import { timeGrantedInWords } from "./accommodation-words";

interface Props {
  caption: string;
  rows: readonly AccommodationRow[];
  timeZone: string;
  /** The page's own address, where a row may be ended. */
  endAt?: string;
}

export function AccommodationTable({ caption, rows, timeZone, endAt }: Props) {
  return (
    <Table caption={caption} captionHidden className="min-w-[40rem]">
      <thead>
        <tr>
          <Th>Granted</Th>
          <Th>First day</Th>
          <Th>Last day</Th>
          <Th>Reason</Th>
          {endAt ? (
            <Th>
              <span className="sr-only">Change</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, heldFrom, heldUntil, reason, state, ...granted }) => (
          <tr key={id}>
            <Th scope="row">
              <span className="mr-2">{timeGrantedInWords(granted)}</span>
              {state === "now" ? <StateBadge state="valid" label="In force" /> : null}
              {state === "later" ? <StateBadge state="not-started" label="Not yet" /> : null}
            </Th>
            <Td className="whitespace-nowrap">
              <DateTime value={heldFrom} timeZone={timeZone} />
            </Td>
            <Td className="whitespace-nowrap">
              {heldUntil ? (
                <DateTime value={new Date(heldUntil.getTime() - 1)} timeZone={timeZone} />
              ) : (
                <span className="text-muted">Open</span>
              )}
            </Td>
            <Td className="whitespace-pre-line text-muted">{reason}</Td>
            {endAt ? (
              <Td className="text-right">
                <Link
                  to={`${endAt}?end=${id}#change`}
                  className="link"
                  aria-label={`End: ${timeGrantedInWords(granted)}`}
                >
                  End
                </Link>
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
