import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { classNames } from "~/ui/class-names";
import { control } from "~/ui/field-parts";
import { countWords } from "../questions/count-words";
import { QuestionHtml } from "../questions/question-html";
import { count } from "../scoring/score-words";
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
  const [text, setText] = useState(textGiven(props));
  return (
    <div className="grid max-w-[44rem] gap-3">
      <Criteria {...props} />
      <textarea
        rows={10}
        dir="auto"
        maxLength={LONGEST_RESPONSE}
        name={name}
        defaultValue={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={words ? `Your answer, at most ${words} words` : "Your answer"}
        aria-invalid={problem ? true : undefined}
        aria-describedby={[`${name}-words`, problem ? `${name}-error` : ""].filter(Boolean).join(" ")}
        className={classNames(control, "py-2.5 leading-relaxed")}
      />
      <WordCount id={`${name}-words`} counted={countWords(text)} most={words} />
      <p className="text-sm text-muted">
        {words ? `At most ${words} words are read. ` : ""}A person marks this answer, so the result comes
        later.
      </p>
    </div>
  );
}

/** Of what is saved when the page is made, and of what is typed where scripts run. */
function WordCount({ id, counted, most }: { id: string; counted: number; most: number | undefined }) {
  const over = most === undefined ? 0 : counted - most;
  return (
    <p
      id={id}
      className={classNames(
        "flex items-center gap-1.5 text-sm tabular-nums",
        over > 0 ? "font-medium text-due" : "text-muted",
      )}
    >
      {over > 0 ? <CircleAlert aria-hidden className="size-4 shrink-0" /> : null}
      {most === undefined ? count(counted, "word") : `${counted} of ${count(most, "word")}`}
      {over > 0 ? `. The last ${over === 1 ? "one is" : `${over} are`} not read: shorten the answer.` : ""}
    </p>
  );
}

/** What the answer is judged by, and what earns how much. */
export function Criteria({ question, lang }: AnswerControlProps) {
  const { criteria = [], levels = {} } = question;
  if (criteria.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="text-muted">It is marked by:</p>
      <ul className="mt-1 grid list-disc gap-1.5 pl-5">
        {criteria.map(({ id, html, points }) => (
          <li key={id}>
            <QuestionHtml inline html={html} lang={lang} />
            <span className="text-muted">, up to {count(points, "point")}</span>
            {levels[id] ? (
              <ul className="mt-0.5 grid gap-0.5">
                {levels[id].map((level) => (
                  <li key={level.points} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-2">
                    <span className="text-muted tabular-nums">{count(level.points, "point")}</span>
                    <QuestionHtml inline html={level.html} lang={lang} />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
