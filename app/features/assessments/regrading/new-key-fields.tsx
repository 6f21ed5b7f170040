import type { ReactNode } from "react";
import { CheckboxGroup, SelectField, TextArea } from "~/ui/field";
import { FieldErrors } from "~/ui/field-parts";
import { writeNumber } from "../questions/certain-number";
import { NumberField } from "../questions/number-field";
import type { QuestionBody, QuestionKey } from "../questions/question";
import { QuestionHtml } from "../questions/question-html";
import { promptText } from "../questions/prompt-text";
import { pairField, placeField, type KeyInput } from "./treatment-choice";

interface NewKeyFieldsProps {
  body: QuestionBody;
  /** What is right until now: where nothing was typed yet, the fields begin with it. */
  current: QuestionKey;
  typed: KeyInput | null;
  errors: Readonly<Record<string, readonly string[]>>;
  lang: string;
}

/** What is right, to be changed: the fields that the kind of question has. */
export function NewKeyFields({ body, current, typed, errors, lang }: NewKeyFieldsProps) {
  switch (current.kind) {
    case "single":
    case "multiple":
    case "true-false":
    case "hotspot":
      return (
        <CheckboxGroup
          label={current.kind === "hotspot" ? "Right areas" : "Right options"}
          hint={
            current.kind === "single" || current.kind === "true-false"
              ? "Where you tick several, each of them earns the points."
              : undefined
          }
          name="right"
          errors={errors.right}
          defaultValue={typed?.right ?? current.correct}
          options={body.options.map(({ id, html }) => ({
            value: id,
            label: <QuestionHtml inline html={html} lang={lang} />,
          }))}
        />
      );
    case "numeric":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            label={body.unit ? `Right number, in ${body.unit}` : "Right number"}
            name="value"
            errors={errors.value}
            defaultValue={typed?.value ?? writeNumber(current.value)}
          />
          <NumberField
            label="How far off an answer may be"
            name="tolerance"
            errors={errors.tolerance}
            defaultValue={typed?.tolerance ?? writeNumber(current.tolerance)}
          />
        </div>
      );
    case "short-text":
      return (
        <TextArea
          label="Answers that are right as well"
          hint="One a line; a * stands for any text. What was accepted before stays."
          name="accept"
          rows={3}
          errors={errors.accept}
          defaultValue={typed?.accept}
        />
      );
    case "ordering":
      return (
        <Lines legend="The place of each step" errors={errors.places}>
          {body.options.map(({ id, html }) => (
            <SelectField
              key={id}
              label={<QuestionHtml inline html={html} lang={lang} />}
              name={placeField(id)}
              defaultValue={typed?.places?.[id] ?? String(current.order.indexOf(id) + 1)}
              options={body.options.map((_, index) => ({ value: `${index + 1}`, label: `${index + 1}` }))}
              className="max-w-96"
            />
          ))}
        </Lines>
      );
    case "matching":
    case "gaps": {
      const slots = body.gaps ?? (body.stems ?? []).map(({ id }) => ({ id, options: body.options }));
      return (
        <Lines legend="What is right for each line" errors={errors.pairs}>
          {slots.map(({ id, options }) => (
            <SelectField
              key={id}
              label={
                <QuestionHtml
                  inline
                  html={body.stems?.find((stem) => stem.id === id)?.html ?? `Gap ${id}`}
                  lang={lang}
                />
              }
              name={pairField(id)}
              defaultValue={typed?.pairs?.[id] ?? current.pairs[id]}
              options={options.map((option) => ({ value: option.id, label: promptText(option.html) }))}
              className="max-w-96"
            />
          ))}
        </Lines>
      );
    }
    default:
      return null;
  }
}

function Lines({
  legend,
  errors = [],
  children,
}: {
  legend: string;
  errors?: readonly string[] | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset className="grid gap-3" aria-describedby={errors.length > 0 ? "lines-error" : undefined}>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {children}
      <FieldErrors id="lines-error" errors={errors} />
    </fieldset>
  );
}
