import { Check, CircleCheck, CircleDashed, CircleX, Contrast, X, type LucideIcon } from "lucide-react";
import { classNames } from "~/ui/class-names";
import type { ReviewedOption, ReviewedQuestion } from "../sitting/attempt-view";
import { QuestionHtml } from "./question-html";
import { clauseNumber, pointsOf } from "../scoring/score-words";

interface ReviewedQuestionItemProps {
  question: ReviewedQuestion;
  lang: string;
}

function verdict({ points, answered }: ReviewedQuestion): { icon: LucideIcon; word: string; tone: string } {
  if (!answered) return { icon: CircleDashed, word: "Not answered", tone: "text-muted" };
  if (points >= 1) return { icon: CircleCheck, word: "Right", tone: "text-valid" };
  if (points > 0) return { icon: Contrast, word: "Partly right", tone: "text-due" };
  return { icon: CircleX, word: "Wrong", tone: "text-expired" };
}

/** A question after submission: what was given, what is right, and why. */
export function ReviewedQuestionItem({ question, lang }: ReviewedQuestionItemProps) {
  const { position, clause, prompt, points, kind, explanation } = question;
  const { icon: Icon, word, tone } = verdict(question);
  return (
    <article
      aria-labelledby={`question-${position}`}
      className="border-t border-line pt-5 print:break-inside-avoid"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <h4 id={`question-${position}`} className="font-medium">
          Question {position}
        </h4>
        <span className={classNames("inline-flex items-center gap-1 font-medium", tone)}>
          <Icon aria-hidden className="size-4" />
          {word}
        </span>
        <span className="text-muted">
          {pointsOf(points, 1)}
          {clause ? `, clause ${clauseNumber(clause)}` : ""}
        </span>
      </header>
      <QuestionHtml html={prompt} lang={lang} className="mt-2 max-w-[40rem]" />
      <div className="mt-3 max-w-[44rem]">
        {kind === "numeric" ? <NumberReview question={question} /> : null}
        {kind === "ordering" ? <OrderReview question={question} lang={lang} /> : null}
        {kind !== "numeric" && kind !== "ordering" ? (
          <ul className="grid gap-1.5">
            {question.options.map((option) => (
              <OptionReview key={option.id} option={option} lang={lang} />
            ))}
          </ul>
        ) : null}
      </div>
      <div className="mt-3 max-w-[40rem] border-l-2 border-line pl-3 text-sm">
        <p className="font-medium">Why</p>
        <QuestionHtml html={explanation} lang={lang} />
      </div>
    </article>
  );
}

function OptionReview({ option, lang }: { option: ReviewedOption; lang: string }) {
  const { chosen, right, html, why } = option;
  const words = [chosen ? "Your answer" : "", right ? "right" : chosen ? "wrong" : ""]
    .filter(Boolean)
    .join(", ");
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

function NumberReview({ question }: { question: ReviewedQuestion }) {
  const { number } = question;
  if (!number) return null;
  const unit = number.unit ? ` ${number.unit}` : "";
  return (
    <dl className="grid gap-1">
      <div className="flex gap-2">
        <dt className="text-muted">Your answer</dt>
        <dd>{number.given === null ? "none" : `${number.given}${unit}`}</dd>
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

function OrderReview({ question, lang }: ReviewedQuestionItemProps) {
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
