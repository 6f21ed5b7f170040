import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { PairsReview } from "~/features/assessments/questions/pairs-review";
import { QuestionHtml } from "~/features/assessments/questions/question-html";
import { ResponseReview, TypedReview } from "~/features/assessments/questions/response-review";
import { SpotReview } from "~/features/assessments/questions/spot-review";
import { clauseNumber, pointsOf } from "~/features/assessments/scoring/score-words";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import type { PaperQuestion } from "./record-evidence";

interface PaperQuestionProps {
  question: PaperQuestion;
  lang: string;
  timeZone: string;
  /** Where a file that was handed in is fetched. */
  fileAddress?: string;
}

/** One question as it was served, with the answer given beside the right one. */
export function PaperQuestionItem(props: PaperQuestionProps) {
  const { question, lang, timeZone } = props;
  const { position, clause, scenario, prompt, points, worth, pending, treatment, answered, answeredAt } =
    question;
  return (
    <article
      aria-labelledby={`question-${position}`}
      className="border-t border-line pt-4 print:break-inside-avoid"
    >
      <h4 id={`question-${position}`} className="font-medium">
        Question {position}
        <span className="ml-2 text-sm font-normal text-muted">
          {pending ? "to be marked" : pointsOf(points, worth)}
          {treatment ? `, ${treatmentWords[treatment]}` : ""}
          {clause ? `, clause ${clauseNumber(clause)}` : ""}
          {answered ? "" : ", not answered"}
          {answeredAt ? (
            <>
              , answered <DateTime value={answeredAt} timeZone={timeZone} format="datetime" />
            </>
          ) : null}
        </span>
      </h4>
      {scenario ? (
        <QuestionHtml
          html={scenario.html}
          lang={lang}
          className="mt-1.5 max-w-[44rem] border-l-2 border-line pl-3 text-muted"
        />
      ) : null}
      <QuestionHtml html={prompt} lang={lang} className="mt-1.5 max-w-[44rem]" />
      <div className="mt-3 max-w-[48rem]">
        <GivenAnswer {...props} />
      </div>
    </article>
  );
}

type AnswerProps = Pick<PaperQuestionProps, "question" | "lang" | "fileAddress">;

const treatmentWords = {
  "full-credit": "counted in full for everyone after a regrade",
  drop: "left out for everyone after a regrade",
  "new-key": "scored by a corrected key",
} as const;

function GivenAnswer({ question, lang, fileAddress }: AnswerProps) {
  const { number, rightOrder, pairs, typed, response, spot } = question;
  if (number) return <NumberAnswer question={question} />;
  if (rightOrder.length > 0) return <OrderAnswer question={question} lang={lang} />;
  if (pairs.length > 0) return <PairsReview question={question} lang={lang} />;
  if (typed) return <TypedReview typed={typed} />;
  if (response) return <ResponseReview response={response} fileAddress={fileAddress} lang={lang} />;
  return (
    <div className="grid gap-3">
      {spot ? <SpotReview spot={spot} /> : null}
      <Options question={question} lang={lang} />
    </div>
  );
}

function Options({ question, lang }: AnswerProps) {
  return (
    <Table caption={`Options of question ${question.position} in the order served`} captionHidden>
      <thead>
        <tr>
          <Th>Option, in the order served</Th>
          <Th>Given</Th>
          <Th>Right</Th>
        </tr>
      </thead>
      <tbody>
        {question.options.map(({ id, html, chosen, right }) => (
          <tr key={id}>
            <Td>
              <QuestionHtml inline html={html} lang={lang} />
            </Td>
            <Td>{chosen ? <Mark icon={right ? "right" : "wrong"}>Chosen</Mark> : <Nothing />}</Td>
            <Td>{right ? <Mark icon="right">Right</Mark> : <Nothing />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Mark({ icon, children }: { icon: "right" | "wrong"; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 font-medium ${icon === "right" ? "text-valid" : "text-expired"}`}
    >
      {icon === "right" ? <Check aria-hidden className="size-4" /> : <X aria-hidden className="size-4" />}
      {children}
    </span>
  );
}

function Nothing() {
  return <span className="text-muted">–</span>;
}

function NumberAnswer({ question: { number } }: { question: PaperQuestion }) {
  if (!number) return null;
  const unit = number.unit ? ` ${number.unit}` : "";
  const tolerance = number.tolerance > 0 ? `, give or take ${number.tolerance}` : "";
  return (
    <p className="text-sm">
      Given: <span className="font-medium">{number.given ?? "nothing"}</span>. Right:{" "}
      <span className="font-medium">
        {number.value}
        {unit}
        {tolerance}
      </span>
      .
    </p>
  );
}

function OrderAnswer({ question, lang }: AnswerProps) {
  const orders = [
    { title: "As served", steps: question.served.map(({ html }) => html) },
    { title: "Given", steps: question.givenOrder },
    { title: "Right", steps: question.rightOrder },
  ];
  return (
    <div className="grid gap-4 text-sm sm:grid-cols-3">
      {orders.map(({ title, steps }) => (
        <div key={title}>
          <p className="font-medium">{title}</p>
          {steps.length === 0 ? <p className="text-muted">Nothing</p> : null}
          <ol className="mt-1 grid list-decimal gap-1 pl-5">
            {steps.map((html) => (
              <li key={html}>
                <QuestionHtml inline html={html} lang={lang} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
