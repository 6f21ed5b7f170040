import { CircleCheck, CircleDashed } from "lucide-react";
import { control, FieldErrors } from "~/ui/field-parts";
import { classNames } from "~/ui/class-names";
import { ASKED, fieldName, HAD, wasName } from "./answer-form";
import { OrderingField } from "./ordering-field";
import { QuestionHtml } from "../questions/question-html";
import type { Answer, ServedQuestion } from "../questions/question";

export interface QuestionFieldProps {
  question: ServedQuestion;
  total: number;
  lang: string;
  /** As far as this page knows. */
  answered: boolean;
  problem?: string | undefined;
  /** What was typed and could not be used, by field name. */
  typed?: Readonly<Record<string, string>> | undefined;
  onAnswer: (position: number) => void;
}

const hints: Partial<Record<ServedQuestion["kind"], string>> = {
  multiple: "Choose all that apply. A wrong tick takes away what a right one earns.",
};

export function QuestionField(props: QuestionFieldProps) {
  const { question, total, lang, answered, problem } = props;
  const { position, kind, prompt } = question;
  const id = fieldName(position);
  const hint = hints[kind];
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      id={`question-${position}`}
      data-position={position}
      aria-labelledby={`${id}-number ${id}-prompt`}
      aria-describedby={described || undefined}
      className="min-w-0 scroll-mt-16 border-t border-line pt-6"
    >
      <legend className="sr-only">
        <h3 id={`${id}-number`}>
          Question {position} of {total}
        </h3>
      </legend>
      <p aria-hidden className="mb-2 flex items-center gap-2 text-sm text-muted">
        <span className="font-medium text-ink">Question {position}</span>
        <span className="inline-flex items-center gap-1">
          {answered ? <CircleCheck className="size-4 text-valid" /> : <CircleDashed className="size-4" />}
          {answered ? "Answered" : "Not answered"}
        </span>
      </p>
      <QuestionHtml id={`${id}-prompt`} html={prompt} lang={lang} className="max-w-[40rem] text-lg" />
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <input type="hidden" name={ASKED} value={position} />
      {answered ? <input type="hidden" name={HAD} value={position} /> : null}
      {question.answer ? (
        <input type="hidden" name={wasName(position)} value={JSON.stringify(question.answer)} />
      ) : null}
      <div className="mt-4">
        <AnswerControls {...props} />
      </div>
      <div className="mt-2">
        <FieldErrors id={`${id}-error`} errors={problem ? [problem] : []} />
      </div>
    </fieldset>
  );
}

function AnswerControls(props: QuestionFieldProps) {
  switch (props.question.kind) {
    case "numeric":
      return <NumberControl {...props} />;
    case "ordering":
      return <OrderingField {...props} />;
    default:
      return <Choices {...props} />;
  }
}

function Choices({ question, lang }: QuestionFieldProps) {
  const { position, kind, options, answer } = question;
  const chosen = answer && "chosen" in answer ? answer.chosen : [];
  return (
    <div className="grid max-w-[44rem] gap-2">
      {options.map((option) => (
        <label
          key={option.id}
          className={
            "flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3.5 py-2.5 hover:border-edge " +
            "has-checked:border-accent has-checked:bg-accent-soft"
          }
        >
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

function NumberControl({ question, problem, typed }: QuestionFieldProps) {
  const { position, answer, unit } = question;
  const name = fieldName(position);
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        name={name}
        defaultValue={typed?.[name] ?? numberIn(answer)}
        aria-label={unit ? `Your answer in ${unit}` : "Your answer, a number"}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-error` : undefined}
        className={classNames(control, "min-h-11 max-w-40 text-lg tabular-nums")}
      />
      {unit ? <span aria-hidden>{unit}</span> : null}
    </div>
  );
}

function numberIn(answer: Answer | null): string {
  return answer && "number" in answer ? answer.number : "";
}
