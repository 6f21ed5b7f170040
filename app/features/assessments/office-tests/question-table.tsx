import { Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import { clauseNumber } from "../scoring/score-words";
import type { AnalysedQuestion } from "./analyse-test.server";
import { figure, kindName, share, time } from "./figure-words";
import { FindingList } from "./finding-list";
import { questionPath } from "./question-address";
import type { QuestionSort } from "./sort-questions";

interface QuestionTableProps {
  slug: string;
  questions: readonly AnalysedQuestion[];
  sort: QuestionSort;
}

function SortHead({
  by,
  sort,
  children,
}: {
  by: "difficulty" | "discrimination";
  sort: QuestionSort;
  children: string;
}) {
  const [up, down] = [sort === by, sort === `-${by}`];
  const Icon = down ? ArrowDown : ArrowUp;
  return (
    <Th numeric aria-sort={up ? "ascending" : down ? "descending" : "none"}>
      <Link
        to={`?sort=${up ? "-" : ""}${by}#questions`}
        className="inline-flex min-h-6 items-center gap-1 hover:text-ink hover:underline"
      >
        {children}
        {up || down ? <Icon aria-hidden className="size-3.5" /> : null}
      </Link>
    </Th>
  );
}

/** That there are too few answers is said once above the table in a sentence; in its rows a word is enough. */
function WhatToLookAt({ question: { asked, findings } }: { question: AnalysedQuestion }) {
  if (asked === 0) return <span className="text-muted">Not asked yet</span>;
  if (findings.some(({ code }) => code === "too-few-sittings"))
    return <span className="text-muted">Too few answers to say</span>;
  return findings.length > 0 ? (
    <FindingList findings={findings} />
  ) : (
    <span className="text-muted">Nothing stands out</span>
  );
}

export function QuestionTable({ slug, questions, sort }: QuestionTableProps) {
  return (
    <Table caption="Questions and how they do their work" captionHidden>
      <thead>
        <tr>
          <Th>Question</Th>
          <Th numeric>Asked</Th>
          <SortHead by="difficulty" sort={sort}>
            Right
          </SortHead>
          <SortHead by="discrimination" sort={sort}>
            Tells apart
          </SortHead>
          <Th numeric>Time</Th>
          <Th>What to look at</Th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question) => (
          <tr key={question.address}>
            <Th scope="row" className="max-w-96 min-w-56">
              <Link to={questionPath(slug, question.address)} className="link">
                {question.prompt || question.address}
              </Link>
              <span className="mt-0.5 block text-xs font-normal text-muted">
                {kindName(question.kind)}
                {question.clause ? `, clause ${clauseNumber(question.clause)}` : ""}
              </span>
              {question.inForce ? null : <StateBadge state="closed" label="Asked before" className="mt-1" />}
            </Th>
            <Td numeric>{question.asked}</Td>
            <Td numeric>{share(question.difficulty)}</Td>
            <Td numeric>{figure(question.discrimination)}</Td>
            <Td numeric className="whitespace-nowrap">
              {time(question.seconds?.median ?? null)}
            </Td>
            <Td className="min-w-64">
              <WhatToLookAt question={question} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
