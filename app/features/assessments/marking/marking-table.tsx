import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import { count } from "../scoring/score-words";
import type { WaitingRow } from "./marking-queue.server";
import { roleWord } from "./marking-words";

export function MarkingTable({ rows, timeZone }: { rows: readonly WaitingRow[]; timeZone: string }) {
  return (
    <Table caption="What waits for your marks, the longest waiting first" captionHidden>
      <thead>
        <tr>
          <Th>Candidate</Th>
          <Th>Test</Th>
          <Th>Marking</Th>
          <Th>To mark</Th>
          <Th>Submitted</Th>
          <Th>Waiting since</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ attemptId, code, title, number, submittedAt, sections }) => (
          <tr key={attemptId}>
            <Th scope="row">
              <Link to={`/test-office/marking/${attemptId}`} className="link font-mono">
                {code}
              </Link>
            </Th>
            <Td className="min-w-44">{title}</Td>
            <Td className="whitespace-nowrap">{roleWord(number)}</Td>
            <Td className="min-w-36">
              {sections.map((section) => (
                <div key={section.title}>
                  {section.title}: {count(section.questions, "question")}
                </div>
              ))}
            </Td>
            <Td className="whitespace-nowrap">
              <DateTime value={submittedAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td className="whitespace-nowrap">
              <DateTime value={submittedAt} timeZone={timeZone} format="relative" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
