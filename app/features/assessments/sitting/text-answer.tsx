import { classNames } from "~/ui/class-names";
import { control } from "~/ui/field-parts";
import { QuestionHtml } from "../questions/question-html";
import { fieldName } from "./answer-form";
import type { AnswerControlProps } from "./answer-parts";
import { LONGEST_RESPONSE } from "./read-answer";

function textGiven({ question, typed }: AnswerControlProps): string {
  const given = question.answer && "text" in question.answer ? question.answer.text : "";
  return typed?.[fieldName(question.position)] ?? given;
}

export function ShortTextAnswer(props: AnswerControlProps) {
  const { question, problem } = props;
  const name = fieldName(question.position);
  return (
    <input
      type="text"
      autoComplete="off"
      dir="auto"
      maxLength={400}
      name={name}
      defaultValue={textGiven(props)}
      aria-label="Your answer, in a few words"
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? `${name}-error` : undefined}
      className={classNames(control, "min-h-11 max-w-[30rem] text-lg")}
    />
  );
}

export function FreeResponseAnswer(props: AnswerControlProps) {
  const { question, problem } = props;
  const { position, words } = question;
  const name = fieldName(position);
  return (
    <div className="grid max-w-[44rem] gap-3">
      <Criteria {...props} />
      <textarea
        rows={10}
        dir="auto"
        maxLength={LONGEST_RESPONSE}
        name={name}
        defaultValue={textGiven(props)}
        aria-label={words ? `Your answer, at most ${words} words` : "Your answer"}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-error` : undefined}
        className={classNames(control, "py-2.5 leading-relaxed")}
      />
      <p className="text-sm text-muted">
        {words ? `At most ${words} words are read. ` : ""}A person marks this answer, so the result comes
        later.
      </p>
    </div>
  );
}

/** What the answer is judged by. */
export function Criteria({ question, lang }: AnswerControlProps) {
  const { criteria = [] } = question;
  if (criteria.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="text-muted">It is marked by:</p>
      <ul className="mt-1 grid list-disc gap-0.5 pl-5">
        {criteria.map(({ id, html, points }) => (
          <li key={id}>
            <QuestionHtml inline html={html} lang={lang} />
            <span className="text-muted">
              , up to {points} {points === 1 ? "point" : "points"}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
