import { Link } from "@remix-run/react";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import type { QuestionRow } from "./bank-queries.server";
import { kindNames } from "./question-form";

export function QuestionTable({ bank, questions }: { bank: string; questions: readonly QuestionRow[] }) {
  return (
    <Table caption="Questions of the bank" captionHidden>
      <thead>
        <tr>
          <Th>Question</Th>
          <Th>Kind</Th>
          <Th>Clause or topic</Th>
          <Th>Difficulty</Th>
          <Th numeric>Points</Th>
        </tr>
      </thead>
      <tbody>
        {questions.map(({ questionId, prompt, kind, clause, topic, difficulty, points, withdrawn }) => (
          <tr key={questionId}>
            <Th scope="row" className="min-w-56 font-normal">
              <Link to={`/test-office/banks/${bank}/questions/${questionId}`} className="link break-words">
                {prompt}
              </Link>
              <span className="block text-xs break-all text-muted">{questionId}</span>
              {withdrawn ? <StateBadge state="closed" label="Withdrawn" className="mt-1" /> : null}
            </Th>
            <Td className="min-w-32">{kindNames[kind]}</Td>
            <Td className="break-words">{[clause, topic].filter(Boolean).join(", ")}</Td>
            <Td>{difficulty}</Td>
            <Td numeric>{points}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
