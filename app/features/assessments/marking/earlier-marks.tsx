import { Table, Td, Th } from "~/ui/table";
import { QuestionHtml } from "../questions/question-html";
import type { QuestionToMark } from "./find-marking.server";

interface Props {
  question: Pick<QuestionToMark, "position" | "criteria" | "earlier">;
  language: string;
}

/** What others gave, without saying who. */
export function EarlierMarks({ question: { position, criteria, earlier }, language }: Props) {
  if (earlier.length === 0) return null;
  const commented = earlier.flatMap(({ comment }, index) => (comment ? [{ comment, index }] : []));
  return (
    <div className="grid gap-3">
      <Table caption={`What others gave for question ${position}`}>
        <thead>
          <tr>
            <Th>Criterion</Th>
            {earlier.map((_, index) => (
              <Th key={index} numeric>
                {ordinal(index)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, html }) => (
            <tr key={id}>
              <Th scope="row">
                <QuestionHtml inline html={html} lang={language} />
              </Th>
              {earlier.map(({ points }, index) => (
                <Td key={index} numeric>
                  {points[id] ?? "–"}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {commented.map(({ comment, index }) => (
        <div key={index} className="border-l-2 border-line pl-3 text-sm">
          <p className="font-medium">{ordinal(index)} marker</p>
          <p className="break-words whitespace-pre-wrap">{comment}</p>
        </div>
      ))}
    </div>
  );
}

function ordinal(index: number): string {
  return ["First", "Second"][index] ?? "Deciding";
}
