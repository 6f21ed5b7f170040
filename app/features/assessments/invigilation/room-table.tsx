import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import type { RoomRow } from "./room-queries.server";

interface Props {
  caption: string;
  rooms: readonly RoomRow[];
  timeZone: string;
  /** Codes of rooms that are closed start nothing, so they are not shown. */
  withCode?: boolean;
}

export function RoomTable({ caption, rooms, timeZone, withCode = false }: Props) {
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Th>Test</Th>
          {withCode ? <Th>Code</Th> : null}
          <Th>Opened</Th>
          <Th>{withCode ? "Open until" : "Closed"}</Th>
        </tr>
      </thead>
      <tbody>
        {rooms.map(({ id, title, code, startsAt, endsAt }) => (
          <tr key={id}>
            <Th scope="row">
              <Link to={`/test-office/rooms/${id}`} className="link">
                {title}
              </Link>
            </Th>
            {withCode ? <Td className="font-mono font-medium">{code}</Td> : null}
            <Td className="whitespace-nowrap">
              <DateTime value={startsAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td className="whitespace-nowrap">
              <DateTime value={endsAt} timeZone={timeZone} format="datetime" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
