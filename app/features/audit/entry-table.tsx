import { Link } from "@remix-run/react";
import type { ListedEntry } from "~/features/ledger/ledger-queries.server";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import { kindWords, wordOf } from "./record-words";

export function EntryTable({ entries, timeZone }: { entries: readonly ListedEntry[]; timeZone: string }) {
  return (
    <Table caption="Ledger entries" captionHidden>
      <thead>
        <tr>
          <Th numeric>Leaf</Th>
          <Th>Record</Th>
          <Th>Recorded</Th>
          <Th>It happened</Th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, type, leafIndex, recordedAt, occurredAt }) => (
          <tr key={id}>
            <Td numeric>{leafIndex === null ? "Waits" : leafIndex.toLocaleString("en-US")}</Td>
            <Th scope="row">
              <Link to={`/audit/records/${id}`} className="link">
                {wordOf(kindWords, type)}
              </Link>
              <span className="ml-2 font-mono text-xs font-normal text-muted">{id}</span>
            </Th>
            <Td className="whitespace-nowrap">
              <DateTime value={recordedAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td className="whitespace-nowrap">
              <DateTime value={occurredAt} timeZone={timeZone} format="datetime" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
