import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import type { WaitingRow } from "./external-queue.server";

export function WaitingTable({ rows, timeZone }: { rows: readonly WaitingRow[]; timeZone: string }) {
  return (
    <Table caption="Certificates to check" captionHidden>
      <thead>
        <tr>
          <Th>Certificate</Th>
          <Th>Holder</Th>
          <Th>Issued by</Th>
          <Th>Waits since</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, personName, issuer, sentAt }) => (
          <tr key={id}>
            <Th scope="row">
              <Link to={`/external-certificates/${id}`} className="link">
                {title}
              </Link>
            </Th>
            <Td>{personName}</Td>
            <Td className="min-w-40 break-words">{issuer}</Td>
            <Td className="whitespace-nowrap">
              <DateTime value={sentAt} timeZone={timeZone} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
