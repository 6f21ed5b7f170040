import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import type { Starter } from "./room-starters.server";

const badges = {
  sitting: <StateBadge state="in-progress" label="Sitting the test" />,
  "time-up": <StateBadge state="due" label="Time is up" />,
  submitted: <StateBadge state="completed" label="Submitted" />,
};

export function StartersTable({ starters, timeZone }: { starters: readonly Starter[]; timeZone: string }) {
  return (
    <Table caption="Who has started with this code" captionHidden>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>State</Th>
          <Th>Started</Th>
          <Th>Time ends</Th>
          <Th>Submitted</Th>
        </tr>
      </thead>
      <tbody>
        {starters.map(({ name, state, startedAt, endsAt, submittedAt }, index) => (
          <tr key={index}>
            <Th scope="row">{name}</Th>
            <Td>{badges[state]}</Td>
            <Td className="whitespace-nowrap">
              <DateTime value={startedAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td className="whitespace-nowrap">
              <DateTime value={endsAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td className="whitespace-nowrap">
              {submittedAt ? (
                <DateTime value={submittedAt} timeZone={timeZone} format="datetime" />
              ) : (
                <span className="text-muted">Not yet</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
