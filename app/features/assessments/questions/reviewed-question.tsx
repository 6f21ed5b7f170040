import {
  Check,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  Contrast,
  PenLine,
  X,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "~/ui/class-names";
import type { ReviewedOption, ReviewedQuestion } from "../sitting/attempt-view";
import { PairsReview } from "./pairs-review";
import { QuestionHtml } from "./question-html";
import { ResponseReview, TypedReview } from "./response-review";
import { SpotReview } from "./spot-review";
import { clauseNumber, count, pointsOf } from "../scoring/score-words";

interface ReviewedQuestionItemProps {
  question: ReviewedQuestion;
  lang: string;
  /** Where a file that was handed in is fetched. */
  fileAddress?: string;
  /** Of its heading: below what it stands. */
  level?: 3 | 4;
  /** What the people who marked it said. */
  children?: ReactNode;
}

function verdict(question: ReviewedQuestion): { icon: LucideIcon; word: string; tone: string } {
  const { points, worth, answered, pending, treatment } = question;
  if (treatment === "drop") return { icon: CircleSlash, word: "Does not count", tone: "text-muted" };
  if (treatment === "full-credit") return { icon: CircleCheck, word: "Counts in full", tone: "text-valid" };
  if (pending) return { icon: PenLine, word: "Being marked", tone: "text-due" };
  if (!answered) return { icon: CircleDashed, word: "Not answered", tone: "text-muted" };
  if (points >= worth) return { icon: CircleCheck, word: "Right", tone: "text-valid" };
  if (points > 0) return { icon: Contrast, word: "Partly right", tone: "text-due" };
  return { icon: CircleX, word: "Wrong", tone: "text-expired" };
}

/** A question after submission: what was given, what is right, and why. */
export function ReviewedQuestionItem(props: ReviewedQuestionItemProps) {
  const { question, lang, level = 4, children } = props;
  const Heading = level === 3 ? "h3" : "h4";
  const { position, clause, prompt, points, worth, explanation, pending } = question;
  const { icon: Icon, word, tone } = verdict(question);
  return (
    <article
      aria-labelledby={`question-${position}`}
      className="border-t border-line pt-5 print:break-inside-avoid"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Heading id={`question-${position}`} className="font-medium">
          Question {position}
        </Heading>
        <span className={classNames("inline-flex items-center gap-1 font-medium", tone)}>
          <Icon aria-hidden className="size-4" />
          {word}
        </span>
        <span className="text-muted">
          {pending ? `up to ${count(worth, "point")}` : pointsOf(points, worth)}
          {clause ? `, clause ${clauseNumber(clause)}` : ""}
        </span>
      </header>
      <QuestionHtml html={prompt} lang={lang} className="mt-2 max-w-[40rem]" />
      <div className="mt-3 max-w-[44rem]">
        <AnswerReview {...props} />
      </div>
      {children}
      {explanation ? (
        <div className="mt-3 max-w-[40rem] border-l-2 border-line pl-3 text-sm">
          <p className="font-medium">Why</p>
          <QuestionHtml html={explanation} lang={lang} />
        </div>
      ) : null}
    </article>
  );
}

type AnswerReviewProps = Pick<ReviewedQuestionItemProps, "question" | "lang" | "fileAddress">;

function AnswerReview({ question, lang, fileAddress }: AnswerReviewProps) {
  const { number, rightOrder, pairs, typed, response, spot, options } = question;
  if (number) return <NumberReview number={number} />;
  if (rightOrder.length > 0) return <OrderReview question={question} lang={lang} />;
  if (pairs.length > 0) return <PairsReview question={question} lang={lang} />;
  if (typed) return <TypedReview typed={typed} />;
  if (response) return <ResponseReview response={response} fileAddress={fileAddress} lang={lang} />;
  return (
    <div className="grid gap-3">
      {spot ? <SpotReview spot={spot} /> : null}
      <ul className="grid gap-1.5">
        {options.map((option) => (
          <OptionReview key={option.id} option={option} lang={lang} />
        ))}
      </ul>
    </div>
  );
}

function OptionReview({ option, lang }: { option: ReviewedOption; lang: string }) {
  const { chosen, right, html, why } = option;
  const words = [chosen ? "Chosen" : "", right ? "right" : chosen ? "wrong" : ""].filter(Boolean).join(", ");
  const Icon = right ? Check : X;
  return (
    <li
      className={classNames(
        "flex items-start gap-2.5 rounded-md border px-3 py-2",
        right
          ? "border-valid/40 bg-valid-soft"
          : chosen
            ? "border-expired/40 bg-expired-soft"
            : "border-line",
      )}
    >
      {right || chosen ? (
        <Icon
          aria-hidden
          className={classNames("mt-1 size-4 shrink-0", right ? "text-valid" : "text-expired")}
        />
      ) : (
        <span className="w-4 shrink-0" />
      )}
      <div className="min-w-0">
        <QuestionHtml inline html={html} lang={lang} />
        {words ? <span className="ml-2 text-xs font-medium whitespace-nowrap">{capital(words)}</span> : null}
        {why && (chosen || right) ? (
          <QuestionHtml html={why} lang={lang} className="mt-0.5 text-sm text-ink/85" />
        ) : null}
      </div>
    </li>
  );
}

function NumberReview({ number }: { number: NonNullable<ReviewedQuestion["number"]> }) {
  const unit = number.unit ? ` ${number.unit}` : "";
  return (
    <dl className="grid gap-1">
      <div className="flex gap-2">
        <dt className="text-muted">Given</dt>
        <dd>{number.given ?? "none"}</dd>
      </div>
      <div className="flex gap-2">
        <dt className="text-muted">Right</dt>
        <dd className="font-medium">
          {number.value}
          {unit}
          {number.tolerance > 0 ? `, give or take ${number.tolerance}` : ""}
        </dd>
      </div>
    </dl>
  );
}

function OrderReview({ question, lang }: AnswerReviewProps) {
  const { answered, options, rightOrder } = question;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {answered ? (
        <div>
          <p className="text-sm text-muted">Your order</p>
          <ol className="mt-1 grid list-decimal gap-1 pl-5">
            {options.map((option) => (
              <li key={option.id}>
                <QuestionHtml inline html={option.html} lang={lang} />
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      <div>
        <p className="text-sm text-muted">The right order</p>
        <ol className="mt-1 grid list-decimal gap-1 pl-5">
          {rightOrder.map((html) => (
            <li key={html}>
              <QuestionHtml inline html={html} lang={lang} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
