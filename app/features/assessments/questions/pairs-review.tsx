import { Check, X } from "lucide-react";
import { Table, Td, Th } from "~/ui/table";
import type { ReviewedQuestion } from "../sitting/attempt-view";
import type { GapPiece } from "./question";
import { QuestionHtml } from "./question-html";

interface ReviewProps {
  question: ReviewedQuestion;
  lang: string;
}

/** Stems or gaps with what was given beside what is right. */
export function PairsReview({ question, lang }: ReviewProps) {
  const { pairs, text, position } = question;
  const gaps = text.length > 0;
  return (
    <div className="grid gap-3">
      {gaps ? <GapText text={text} numbers={pairs.map(({ id }) => id)} lang={lang} /> : null}
      <Table caption={`Question ${position}: given and right`} captionHidden>
        <thead>
          <tr>
            <Th>{gaps ? "Gap" : "Line"}</Th>
            <Th>Given</Th>
            <Th>Right</Th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ id, html, given, right, correct }, index) => (
            <tr key={id}>
              <Th scope="row">{gaps ? index + 1 : <QuestionHtml inline html={html} lang={lang} />}</Th>
              <Td>
                {given === null ? (
                  <span className="text-muted">nothing</span>
                ) : (
                  <span className="inline-flex items-start gap-1.5">
                    {correct ? (
                      <Check aria-label="Right:" className="mt-1 size-4 shrink-0 text-valid" />
                    ) : (
                      <X aria-label="Wrong:" className="mt-1 size-4 shrink-0 text-expired" />
                    )}
                    <QuestionHtml inline html={given} lang={lang} />
                  </span>
                )}
              </Td>
              <Td>
                <QuestionHtml inline html={right} lang={lang} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** The text with the number of each gap in its place. */
function GapText({
  text,
  numbers,
  lang,
}: {
  text: readonly GapPiece[];
  numbers: readonly string[];
  lang: string;
}) {
  return (
    <p className="max-w-[40rem]">
      {text.map((piece, index) => {
        if ("html" in piece) return <QuestionHtml key={index} inline html={piece.html} lang={lang} />;
        if ("paragraph" in piece) return <br key={index} />;
        return (
          <span
            key={index}
            className="mx-1 rounded-sm border border-line bg-sunken px-1.5 text-sm tabular-nums"
          >
            {numbers.indexOf(piece.gap) + 1}
          </span>
        );
      })}
    </p>
  );
}
