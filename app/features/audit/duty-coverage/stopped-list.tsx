import { Link } from "@remix-run/react";
import { LastDay } from "~/features/certifications/last-day";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import { placeInWords } from "../record-words";
import type { StoppedPerson } from "./coverage-answer";
import { COVERAGE_ZONE } from "./coverage-question";
import type { PersonDuty } from "./duty-states";

interface StoppedListProps {
  people: readonly StoppedPerson[];
  addressOf: (personId: string) => string;
}

/** People × duties whose work must stop, and for the lack of what. */
export function StoppedList({ people, addressOf }: StoppedListProps) {
  return (
    <Table caption="Work that must stop, by person" captionHidden>
      <thead>
        <tr>
          <Th>Person</Th>
          <Th>Team</Th>
          <Th>Work that must stop</Th>
          <Th>For the lack of</Th>
        </tr>
      </thead>
      {people.map(({ personId, name, teamName, regionName, duties }) => (
        <tbody key={personId}>
          {duties.map((duty, index) => (
            <tr key={duty.accountabilityId}>
              {index === 0 ? (
                <>
                  <Th scope="rowgroup" rowSpan={duties.length}>
                    <Link to={addressOf(personId)} className="link">
                      {name}
                    </Link>
                  </Th>
                  <Td rowSpan={duties.length}>{placeInWords(teamName, regionName)}</Td>
                </>
              ) : null}
              <Td>
                {duty.title}
                <span className="block text-xs text-muted">{duty.jobRole}</span>
              </Td>
              <Td>
                <Lacking duty={duty} />
              </Td>
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function Lacking({ duty }: { duty: PersonDuty }) {
  return (
    <ul className="grid gap-1">
      {duty.needs
        .filter(({ uncovered }) => uncovered)
        .map(({ certificationId, title, status, dueBy }) => (
          <li key={certificationId} className="flex flex-wrap items-baseline gap-x-2">
            <span>{title}</span>
            {status === "not-required" ? null : <StateBadge state={status} />}
            {dueBy ? (
              <span className="text-xs text-muted">
                had to be held by <LastDay value={dueBy} timeZone={COVERAGE_ZONE} />
              </span>
            ) : null}
          </li>
        ))}
    </ul>
  );
}
