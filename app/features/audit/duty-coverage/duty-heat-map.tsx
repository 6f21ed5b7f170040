import { Link } from "@remix-run/react";
import { classNames } from "~/ui/class-names";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import type { DutySum, HeatRow } from "./coverage-answer";
import type { Place } from "./coverage-question";
import { countsInWords, parts } from "./duty-parts";
import type { DutyCounts, DutyState } from "./duty-states";

interface DutyHeatMapProps {
  caption: string;
  /** What a row is: "Region". */
  unit: string;
  rows: readonly HeatRow[];
  duties: readonly DutySum[];
  addressOf: (place: Place) => string;
}

/** Units or people × accountabilities. It scrolls in a box of its own, and head and names stay in view. */
export function DutyHeatMap({ caption, unit, rows, duties, addressOf }: DutyHeatMapProps) {
  return (
    <Table caption={caption} captionHidden stickyHead>
      <thead>
        <tr>
          <Th className="sticky left-0 z-20 print:static">{unit}</Th>
          {duties.map(({ accountabilityId, title }) => (
            <Th key={accountabilityId} wrap className="min-w-28">
              {title}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ place, name, cells }) => (
          <tr key={place.id}>
            <Th scope="row" className="sticky left-0 bg-surface print:static">
              <Link to={addressOf(place)} className="link">
                {name}
              </Link>
            </Th>
            {duties.map(({ accountabilityId }) => (
              <Cell key={accountabilityId} cell={cells[accountabilityId]} />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cell({ cell }: { cell: DutyCounts | DutyState | undefined }) {
  if (cell === undefined)
    return (
      <Td className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">Nobody to count</span>
      </Td>
    );
  if (typeof cell === "string") {
    const { look, word } = parts.find(({ state }) => state === cell)!;
    return (
      <Td>
        <StateBadge state={look} label={word} />
      </Td>
    );
  }
  const total = cell.met + cell.due + cell.lapsed;
  return (
    <Td className={classNames("whitespace-nowrap", heat(cell, total))}>
      <span className="block font-medium tabular-nums">{Math.floor((cell.met / total) * 100)}%</span>
      <span className="block text-xs tabular-nums">{countsInWords(cell)}</span>
    </Td>
  );
}

/** The colour of the worst that is there; the words say how much of it. */
function heat({ due, lapsed }: DutyCounts, total: number): string {
  if (lapsed * 4 >= total) return "bg-expired-soft font-medium text-expired";
  if (lapsed > 0) return "bg-overdue-soft text-overdue";
  return due > 0 ? "bg-due-soft text-due" : "bg-valid-soft text-valid";
}
