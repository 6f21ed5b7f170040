import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import type { SignOffRow } from "./sign-off-list.server";
import { SignOffBadge } from "./sign-off-badge";

interface Props {
  rows: readonly SignOffRow[];
  own: boolean;
  timeZone: string;
}

export function SignOffTable({ rows, own, timeZone }: Props) {
  return (
    <Table caption="Sign-offs" captionHidden>
      <thead>
        <tr>
          <Th>{own ? "Checklist" : "Person"}</Th>
          {own ? null : <Th>Checklist</Th>}
          <Th>State</Th>
          <Th>Since</Th>
          <Th>Observer</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, personName, observerName, state, stateAt, met }) => (
          <tr key={id}>
            <Th scope="row">
              <Link
                to={state === "draft" ? `/sign-offs/${id}/fill` : `/sign-offs/${id}`}
                className="link inline-flex min-h-6 items-center"
              >
                {own ? title : personName}
              </Link>
            </Th>
            {own ? null : <Td className="min-w-40">{title}</Td>}
            <Td>
              <SignOffBadge signOff={{ state, met }} />
            </Td>
            <Td className="whitespace-nowrap">
              <DateTime value={stateAt} timeZone={timeZone} />
            </Td>
            <Td className="whitespace-nowrap">{observerName}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
