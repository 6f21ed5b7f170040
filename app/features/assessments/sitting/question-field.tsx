import { CircleCheck, CircleDashed, Flag } from "lucide-react";
import { FieldErrors } from "~/ui/field-parts";
import type { QuestionKind, ServedQuestion } from "../questions/question";
import { QuestionHtml } from "../questions/question-html";
import { AnswerConflictNote, type PlacedConflict } from "./answer-conflict";
import { ASKED, fieldName, flagName, HAD, WAS_FLAGGED, wasName } from "./answer-form";
import type { AnswerControlProps } from "./answer-parts";
import { ChoiceAnswer } from "./choice-answer";
import { FileAnswer } from "./file-answer";
import { HotspotAnswer } from "./hotspot-answer";
import { NumberAnswer } from "./number-answer";
import { OrderingAnswer } from "./ordering-answer";
import { GapsAnswer, MatchingAnswer } from "./pairs-answer";
import { FreeResponseAnswer, ShortTextAnswer } from "./text-answer";

export interface QuestionFieldProps extends AnswerControlProps {
  total: number;
  /** As far as this page knows. */
  answered: boolean;
  /** Where another window saved an answer that this page did not know of. */
  conflict?: PlacedConflict | undefined;
}

const controls: Record<QuestionKind, (props: AnswerControlProps) => JSX.Element | null> = {
  single: ChoiceAnswer,
  multiple: ChoiceAnswer,
  "true-false": ChoiceAnswer,
  numeric: NumberAnswer,
  ordering: OrderingAnswer,
  matching: MatchingAnswer,
  gaps: GapsAnswer,
  "short-text": ShortTextAnswer,
  hotspot: HotspotAnswer,
  "free-response": FreeResponseAnswer,
  "file-response": FileAnswer,
};

const hints: Partial<Record<QuestionKind, string>> = {
  multiple: "Choose all that apply.",
  matching: "Choose for each line what fits. One choice can fit several lines.",
  gaps: "Choose for each gap what fits.",
};

export function QuestionField({ total, answered, conflict, ...control }: QuestionFieldProps) {
  const { question, lang, problem } = control;
  const { position, kind, prompt } = question;
  const id = fieldName(position);
  const hint = hints[kind];
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-error` : ""].filter(Boolean).join(" ");
  const Control = controls[kind];
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
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <p aria-hidden className="flex items-center gap-2">
          <span className="font-medium text-ink">Question {position}</span>
          <span className="inline-flex items-center gap-1">
            {answered ? <CircleCheck className="size-4 text-valid" /> : <CircleDashed className="size-4" />}
            {answered ? "Answered" : "Not answered"}
          </span>
          {worth(question)}
        </p>
        <label className="inline-flex min-h-6 items-center gap-1.5 has-checked:text-due">
          <input
            type="checkbox"
            name={flagName(position)}
            defaultChecked={question.flagged}
            className="size-4 accent-accent"
          />
          <Flag aria-hidden className="size-4" />
          Come back to this
        </label>
      </div>
      <QuestionHtml
        id={`${id}-prompt`}
        html={prompt}
        lang={lang}
        className="max-w-[40rem] text-lg break-words"
      />
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <input type="hidden" name={ASKED} value={position} />
      {answered ? <input type="hidden" name={HAD} value={position} /> : null}
      {question.flagged ? <input type="hidden" name={WAS_FLAGGED} value={position} /> : null}
      <input
        type="hidden"
        name={wasName(position)}
        value={question.answer ? JSON.stringify(question.answer) : ""}
      />
      <div className="mt-4">
        {/* What is not saved is shown to be saved or left; fields take what they begin with once. */}
        <Control
          key={conflict?.sent ? "sent" : "stored"}
          {...control}
          question={conflict?.sent ? { ...question, answer: conflict.sent } : question}
        />
      </div>
      {conflict ? (
        <div className="mt-4 max-w-[44rem]">
          <AnswerConflictNote
            question={question}
            {...conflict}
            onReplace={() => control.onAnswer(position)}
          />
        </div>
      ) : null}
      <div className="mt-2">
        <FieldErrors id={`${id}-error`} errors={problem ? [problem] : []} />
      </div>
    </fieldset>
  );
}

function worth({ points = 1 }: ServedQuestion): string | null {
  return points === 1 ? null : `${points} points`;
}
