import { Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import { lastDayOf } from "./calendar";
import type { PersonRow } from "./people-queries.server";

interface Props {
  people: readonly PersonRow[];
  timeZone: string;
  order: "asc" | "desc";
  /** The same list in the other order. */
  reverse: string;
  now: Date;
}

export function PeopleTable({ people, timeZone, order, reverse, now }: Props) {
  const Arrow = order === "asc" ? ArrowDown : ArrowUp;
  return (
    <Table caption="People" captionHidden className="min-w-[56rem]">
      <thead>
        <tr>
          <Th aria-sort={order === "asc" ? "ascending" : "descending"}>
            <Link to={reverse} className="inline-flex min-h-6 items-center gap-1 hover:text-ink">
              Name
              <Arrow aria-hidden className="size-3.5" />
              <span className="sr-only">, sort the other way round</span>
            </Link>
          </Th>
          <Th>Job role</Th>
          <Th>Team</Th>
          <Th>E-mail</Th>
          <Th>Number</Th>
          <Th>State</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <Th scope="row">
              <Link to={`/admin/people/${person.id}`} className="link">
                {person.name}
              </Link>
            </Th>
            <Td>{person.jobRoles.join(", ")}</Td>
            <Td>{person.team}</Td>
            <Td>{person.email}</Td>
            <Td className="whitespace-nowrap tabular-nums">{person.employeeNumber}</Td>
            <Td>
              <PersonState person={person} timeZone={timeZone} now={now} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function PersonState({
  person: { leftAt, invited },
  timeZone,
  now,
}: {
  person: PersonRow;
  timeZone: string;
  now: Date;
}) {
  if (leftAt && leftAt <= now) return <StateBadge state="left" />;
  if (leftAt)
    return (
      <span className="whitespace-nowrap">
        Last day <DateTime value={lastDayOf(leftAt, timeZone)} timeZone={timeZone} />
      </span>
    );
  return invited ? (
    <StateBadge state="not-started" label="Invited" />
  ) : (
    <span className="text-muted">Active</span>
  );
}
