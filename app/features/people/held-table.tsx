import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import type { AssignmentKind } from "./assignment-rules";
import type { HeldAssignment } from "./person-queries.server";

const KIND_WORDS: Record<AssignmentKind, string> = {
  "job-role": "Job role",
  "team-member": "Member of team",
  "team-manager": "Manager of team",
  access: "Access",
};

interface Props {
  caption: string;
  rows: readonly HeldAssignment[];
  timeZone: string;
  /** The page's own address, where a row may be ended. */
  endAt?: string;
}

export function HeldTable({ caption, rows, timeZone, endAt }: Props) {
  return (
    <Table caption={caption} captionHidden className="min-w-[40rem]">
      <thead>
        <tr>
          <Th>What</Th>
          <Th>Kind</Th>
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
        {rows.map(({ id, kind, name, heldFrom, heldUntil, reason }) => (
          <tr key={id}>
            <Th scope="row">{name}</Th>
            <Td>{KIND_WORDS[kind]}</Td>
            <Td className="whitespace-nowrap">
              <DateTime value={heldFrom} timeZone={timeZone} />
            </Td>
            <Td className="whitespace-nowrap">
              {heldUntil ? (
                <DateTime value={lastMoment(heldUntil)} timeZone={timeZone} />
              ) : (
                <span className="text-muted">Open</span>
              )}
            </Td>
            <Td className="text-muted">{reason}</Td>
            {endAt ? (
              <Td className="text-right">
                <Link
                  to={`${endAt}?open=end&assignment=${id}#change`}
                  className="link"
                  aria-label={`End ${KIND_WORDS[kind]}: ${name}`}
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

/** The end is the first moment after; people think in last days. */
function lastMoment(until: Date): Date {
  return new Date(until.getTime() - 1);
}
