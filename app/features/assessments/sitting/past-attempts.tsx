import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import type { PastAttemptView } from "./attempt-view";
import { percent } from "../scoring/score-words";

export function PastAttempts({
  attempts,
  timeZone,
}: {
  attempts: readonly PastAttemptView[];
  timeZone: string;
}) {
  return (
    <Table caption="Your attempts at this test, the latest first" captionHidden>
      <thead>
        <tr>
          <Th>Attempt</Th>
          <Th>Started</Th>
          <Th numeric>Score</Th>
          <Th>Outcome</Th>
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ attemptId, number, startedAt, submittedAt, score, passed }) => (
          <tr key={attemptId}>
            <Th scope="row">
              <Link
                to={submittedAt ? `/attempts/${attemptId}/result` : `/attempts/${attemptId}`}
                className="link"
              >
                Attempt {number}
              </Link>
            </Th>
            <Td>
              <DateTime value={startedAt} timeZone={timeZone} format="datetime" />
            </Td>
            <Td numeric>{score === null ? "–" : percent(score)}</Td>
            <Td>
              <StateBadge
                state={
                  submittedAt ? (passed === null ? "marking" : passed ? "passed" : "failed") : "in-progress"
                }
              />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
