import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import type { RuleVersion } from "./rule-queries.server";
import { CHANNEL_WORDS, TO_WORDS, toOf, whenWords } from "./rule-words";

/** One rule's versions, the newest first. */
export function RuleHistory({ versions, timeZone }: { versions: readonly RuleVersion[]; timeZone: string }) {
  return (
    <Table caption="What this rule was" className="min-w-[40rem]">
      <thead>
        <tr>
          <Th>Since</Th>
          <Th>Rule</Th>
          <Th>By</Th>
          <Th>Reason</Th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.number}>
            <Td className="whitespace-nowrap">
              <DateTime value={version.recordedAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td>
              {version.active
                ? `${whenWords(version.daysBefore)}. ${TO_WORDS[toOf(version)]}. ${CHANNEL_WORDS[version.channel]}.`
                : "Off"}
            </Td>
            <Td>{version.actorName ?? "Attest"}</Td>
            <Td className="text-muted">{version.reason}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
