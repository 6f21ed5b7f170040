import { Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { LastDay } from "~/features/certifications/last-day";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import { OutcomeBadge } from "./outcome-badge";
import { recordSearch, type RecordFilters, type RecordOrder } from "./record-filters";
import type { RecordRow } from "./record-page";
import { kindWords, placeInWords, wordOf } from "./record-words";

interface RecordTableProps {
  rows: readonly RecordRow[];
  filters: RecordFilters;
  order: RecordOrder;
  timeZone: string;
}

export function RecordTable({ rows, filters, order, timeZone }: RecordTableProps) {
  return (
    <Table caption="Records" captionHidden>
      <thead>
        <tr>
          <Th aria-sort={order === "newest" ? "descending" : "ascending"}>
            <OrderLink filters={filters} order={order} />
          </Th>
          <Th>Person</Th>
          <Th>Team and job role then</Th>
          <Th>What happened</Th>
          <Th>Outcome</Th>
          <Th>Valid until</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td className="whitespace-nowrap">
              <Link to={`/audit/records/${row.id}`} className="link">
                <DateTime value={row.occurredAt} timeZone={timeZone} format="datetime" />
              </Link>
            </Td>
            <Th scope="row">
              {row.personName}
              <span className="block text-xs font-normal text-muted">{row.employeeNumber}</span>
            </Th>
            <Td>
              {placeInWords(row.teamName, row.regionName)}
              <span className="block text-xs text-muted">{row.jobRoleName ?? "No job role"}</span>
            </Td>
            <Td className="min-w-52">
              {row.title}
              <span className="block text-xs text-muted">
                {wordOf(kindWords, row.kind)}, {row.edition}
              </span>
            </Td>
            <Td>
              <OutcomeBadge outcome={row.outcome} score={row.score} />
            </Td>
            <Td className="whitespace-nowrap">
              {row.validUntil ? (
                <LastDay value={row.validUntil} timeZone={timeZone} />
              ) : (
                <span className="text-muted">–</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function OrderLink({ filters, order }: { filters: RecordFilters; order: RecordOrder }) {
  const Arrow = order === "newest" ? ArrowDown : ArrowUp;
  const other: RecordOrder = order === "newest" ? "oldest" : "newest";
  return (
    <Link
      to={`/audit/records${recordSearch({ filters, order: other })}`}
      aria-label={`When, ${order} first; show ${other} first`}
      className="inline-flex min-h-6 items-center gap-1 hover:text-ink hover:underline"
    >
      When
      <Arrow aria-hidden className="size-3.5" />
    </Link>
  );
}
