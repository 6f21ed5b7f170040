import { QuestionHtml } from "../questions/question-html";
import { fieldName } from "./answer-form";
import type { AnswerControlProps } from "./answer-parts";

export function ChoiceAnswer({ question, lang }: AnswerControlProps) {
  const { position, kind, options, answer } = question;
  const chosen = answer && "chosen" in answer ? answer.chosen : [];
  return (
    <div className="grid max-w-[44rem] gap-2">
      {options.map((option) => (
        <label key={option.id} className={choice}>
          <input
            type={kind === "multiple" ? "checkbox" : "radio"}
            name={fieldName(position)}
            value={option.id}
            defaultChecked={chosen.includes(option.id)}
            className="mt-[0.1875rem] size-[1.125rem] shrink-0 accent-accent"
          />
          <QuestionHtml inline html={option.html} lang={lang} className="min-w-0" />
        </label>
      ))}
    </div>
  );
}

export const choice =
  "flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3.5 py-2.5 hover:border-edge " +
  "has-checked:border-accent has-checked:bg-accent-soft";
