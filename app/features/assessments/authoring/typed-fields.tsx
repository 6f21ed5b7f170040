import { FieldErrors, Hint } from "~/ui/field-parts";
import { Button } from "~/ui/button";
import { CheckboxField, TextArea, TextField } from "~/ui/field";
import type { ReactNode } from "react";
import { every, one, type FieldProblems, type Typed } from "./typed-form";

export interface TypedForm {
  /** Before the name in the id of each field, so that a complaint can lead to it. */
  readonly id: string;
  readonly typed: Typed;
  readonly problems: FieldProblems;
}

/** What a field of the design system needs to show what was typed and what is wrong with it. */
export function field({ id, typed, problems }: TypedForm, name: string) {
  return { id: `${id}-${name}`, name, errors: problems[name], defaultValue: one(typed, name) };
}

export function boxes({ id, typed, problems }: TypedForm, name: string) {
  return { id: `${id}-${name}`, name, errors: problems[name], defaultValue: every(typed, name) };
}

export function Tick({
  form,
  name,
  label,
  hint,
}: {
  form: TypedForm;
  name: string;
  label: string;
  hint?: string;
}) {
  const { defaultValue, ...rest } = field(form, name);
  return <CheckboxField {...rest} label={label} hint={hint} defaultChecked={defaultValue === "on"} />;
}

export function Line({ form, name, ...rest }: LineProps) {
  return <TextField autoComplete="off" {...rest} {...field(form, name)} />;
}

export function Lines({ form, name, rows = 3, ...rest }: LineProps & { rows?: number }) {
  return <TextArea rows={rows} {...rest} {...field(form, name)} />;
}

interface LineProps {
  form: TypedForm;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  className?: string;
  type?: string;
  inputMode?: "decimal" | "numeric";
  labelHidden?: boolean;
}

interface RowsProps {
  form: TypedForm;
  name: string;
  title: string;
  hint: string;
  /** What the button says that adds rows. */
  add: string;
  count: number;
  most: number;
  row: (index: number) => ReactNode;
}

/** Rows that grow: the button sends the form, which comes back with more of them and all that was typed. */
export function Rows({ form, name, title, hint, add, count, most, row }: RowsProps) {
  const id = `${form.id}-${name}`;
  return (
    <fieldset id={id} className="grid min-w-0 gap-3" aria-describedby={`${id}-hint`}>
      <legend className="text-sm font-medium">{title}</legend>
      <Hint id={`${id}-hint`}>{hint}</Hint>
      <FieldErrors id={`${id}-error`} errors={form.problems[name] ?? []} />
      {Array.from({ length: count }, (_, index) => (
        <div
          key={index}
          role="group"
          aria-label={`${title}: ${index + 1}`}
          className="flex flex-wrap items-start gap-x-4 gap-y-3 border-t border-line pt-3"
        >
          {row(index)}
        </div>
      ))}
      {count < most ? (
        <Button variant="secondary" size="small" name="add" value={name} formNoValidate>
          {add}
        </Button>
      ) : null}
    </fieldset>
  );
}

/** First in a form with several buttons: what Enter in a field presses. */
export function EnterSaves() {
  return (
    <button type="submit" tabIndex={-1} aria-hidden className="sr-only" name="intent" value="save">
      Save
    </button>
  );
}

export function problemSummary({ id, problems }: TypedForm, errors: readonly string[]) {
  return {
    id,
    errorId: `${id}-errors`,
    allErrors: { ...(errors.length > 0 ? { "": errors } : {}), ...problems },
  };
}
