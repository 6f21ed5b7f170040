import { Link } from "@remix-run/react";
import { LastDay } from "~/features/certifications/last-day";
import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import type { CertifiedPerson } from "./certified-answer";
import type { CertifiedView } from "./certified-question";
import { recordSearch } from "./record-filters";
import { placeInWords } from "./record-words";

interface CertifiedTableProps {
  people: readonly CertifiedPerson[];
  view: CertifiedView;
  certificationId: string;
  caption: string;
  timeZone: string;
}

export function CertifiedTable({ people, view, certificationId, caption, timeZone }: CertifiedTableProps) {
  const certified = view === "certified";
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Th>Person</Th>
          <Th>Team on that day</Th>
          <Th>Job role on that day</Th>
          <Th>State on that day</Th>
          <Th>{certified ? "Valid from" : "Had to be held by"}</Th>
          <Th>{certified ? "Valid until" : "Required for"}</Th>
          <Th>Evidence</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.personId}>
            <Th scope="row">
              {person.name}
              <span className="block text-xs font-normal text-muted">{person.employeeNumber}</span>
            </Th>
            <Td>{placeInWords(person.teamName, person.regionName)}</Td>
            <Td>{person.jobRoles.join(", ") || "No job role"}</Td>
            <Td>{person.status === "not-required" ? null : <StateBadge state={person.status} />}</Td>
            {certified ? (
              <Validity person={person} timeZone={timeZone} />
            ) : (
              <Duty person={person} timeZone={timeZone} />
            )}
            <Td className="whitespace-nowrap">
              <EvidenceLink person={person} certificationId={certificationId} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

interface CellsProps {
  person: CertifiedPerson;
  timeZone: string;
}

function Validity({ person, timeZone }: CellsProps) {
  return (
    <>
      <Td className="whitespace-nowrap">
        {person.validFrom ? <DateTime value={person.validFrom} timeZone={timeZone} /> : null}
      </Td>
      <Td className="whitespace-nowrap">
        {person.validUntil ? <LastDay value={person.validUntil} timeZone={timeZone} /> : "No end"}
      </Td>
    </>
  );
}

function Duty({ person, timeZone }: CellsProps) {
  return (
    <>
      <Td className="whitespace-nowrap">
        {person.dueBy ? <LastDay value={person.dueBy} timeZone={timeZone} /> : null}
      </Td>
      <Td className="min-w-48">{person.duties.join("; ")}</Td>
    </>
  );
}

function EvidenceLink({ person, certificationId }: { person: CertifiedPerson; certificationId: string }) {
  if (person.recordId)
    return (
      <Link to={`/audit/records/${person.recordId}`} className="link">
        Record<span className="sr-only"> of {person.name}</span>
      </Link>
    );
  return (
    <Link
      to={`/audit/records${recordSearch({ filters: { person: person.employeeNumber, certification: certificationId } })}`}
      className="link"
    >
      Records<span className="sr-only"> of {person.name}</span>
    </Link>
  );
}
