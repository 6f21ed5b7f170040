import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import type { RegradeRow } from "./regrades-of.server";
import { treatmentName } from "./treatment-words";

export function RegradeList({ regrades, timeZone }: { regrades: readonly RegradeRow[]; timeZone: string }) {
  return (
    <Table caption="Regrades of this question, the latest first" captionHidden>
      <thead>
        <tr>
          <Th>When</Th>
          <Th>What</Th>
          <Th>Why</Th>
          <Th>By</Th>
        </tr>
      </thead>
      <tbody>
        {regrades.map(({ id, treatment, reason, recordedAt, by }, index) => (
          <tr key={id}>
            <Td className="whitespace-nowrap">
              <DateTime value={recordedAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td>
              {treatmentName(treatment)}
              {index === 0 ? <span className="block text-xs text-muted">This one counts</span> : null}
            </Td>
            <Td className="min-w-56">{reason}</Td>
            <Td>{by}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
