import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";

interface VersionListProps {
  versions: readonly { id: string; createdAt: Date | string; prompt: string }[];
  inForce: string;
  timeZone: string;
}

export function VersionList({ versions, inForce, timeZone }: VersionListProps) {
  return (
    <Table caption="Versions of the question" captionHidden>
      <thead>
        <tr>
          <Th>Written</Th>
          <Th>Question</Th>
          <Th>State</Th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ id, createdAt, prompt }) => (
          <tr key={id}>
            <Td className="whitespace-nowrap">
              <DateTime value={createdAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td className="min-w-48 break-words">{prompt}</Td>
            <Td className="whitespace-nowrap">{id === inForce ? "In use" : "Earlier"}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
