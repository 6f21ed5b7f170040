import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import { LastDay } from "./last-day";
import { StatusBadge } from "./status-date";
import type { TeamPerson } from "./team-queries.server";

interface HeatMapProps {
  people: readonly TeamPerson[];
  certifications: readonly { id: string; title: string }[];
  showTeam: boolean;
  timeZone: string;
}

/** People × certifications. */
export function TeamHeatMap({ people, certifications, showTeam, timeZone }: HeatMapProps) {
  return (
    <Table caption="Certifications of each person, the least covered first" captionHidden>
      <thead>
        <tr>
          <Th className="sticky left-0 z-10 print:static">Person</Th>
          {certifications.map(({ id, title }) => (
            <Th key={id}>{title}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(({ personId, name, teamName, cells }) => (
          <tr key={personId}>
            <Th scope="row" className="sticky left-0 bg-surface print:static">
              <Link to={`/team/${personId}`} className="link">
                {name}
              </Link>
              {showTeam ? <span className="block font-normal text-muted">{teamName}</span> : null}
            </Th>
            {certifications.map(({ id }) => (
              <Cell key={id} cell={cells.find((each) => each.certificationId === id)} timeZone={timeZone} />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The date is a last day; of what is overdue it is the first one without. */
const ENDS: ReadonlySet<string> = new Set(["valid", "due", "grace"]);

const prefixes = {
  valid: "until",
  due: "by",
  grace: "by",
  overdue: "since",
  expired: "on",
  revoked: "on",
  suspended: "on",
  surrendered: "on",
};

function Cell({ cell, timeZone }: { cell: TeamPerson["cells"][number] | undefined; timeZone: string }) {
  if (!cell || cell.status === "not-required")
    return (
      <Td className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">Not required</span>
      </Td>
    );
  return (
    <Td className="whitespace-nowrap">
      <StatusBadge status={cell.status} renewal={cell.renewalOpen} />
      {cell.date ? (
        <span className="mt-0.5 block text-xs text-muted">
          {cell.renewalOpen ? "by" : prefixes[cell.status]}{" "}
          {cell.renewalOpen || ENDS.has(cell.status) ? (
            <LastDay value={cell.date} timeZone={timeZone} />
          ) : (
            <DateTime value={cell.date} timeZone={timeZone} />
          )}
        </span>
      ) : null}
    </Td>
  );
}
