import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import { AppealBadge } from "./appeal-badge";
import type { AppealRow } from "./appeal-list.server";
import type { AppealState } from "./appeal-rules";
import { aboutWords } from "./appeal-words";

interface Props {
  rows: readonly AppealRow[];
  state: AppealState;
  timeZone: string;
}

export function AppealTable({ rows, state, timeZone }: Props) {
  return (
    <Table caption="Appeals" captionHidden>
      <thead>
        <tr>
          <Th>Candidate</Th>
          <Th>Test</Th>
          <Th>About</Th>
          <Th>State</Th>
          <Th>Filed</Th>
          <Th>{state === "open" ? "Decide by" : "Closed"}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, code, title, position, overdue, filedAt, decideBy, decidedAt }) => (
          <tr key={id}>
            <Th scope="row">
              <Link to={`/test-office/appeals/${id}`} className="link font-mono">
                {code}
              </Link>
            </Th>
            <Td className="min-w-44">{title}</Td>
            <Td className="whitespace-nowrap">{aboutWords(position)}</Td>
            <Td>
              <AppealBadge state={state} overdue={overdue} />
            </Td>
            <Td className="whitespace-nowrap">
              <DateTime value={filedAt} timeZone={timeZone} />
            </Td>
            <Td className="whitespace-nowrap">
              {state === "open" ? (
                <DateTime value={decideBy} timeZone={timeZone} format="datetime" />
              ) : (
                <DateTime value={decidedAt ?? decideBy} timeZone={timeZone} />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
