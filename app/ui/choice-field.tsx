import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldErrors, Hint, useFieldState, type FieldProps } from "./field-parts";

interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

const box = "mt-0.5 size-[1.125rem] shrink-0 accent-accent";
const line = "flex min-h-6 items-start gap-2.5 py-0.5";

export interface CheckboxFieldProps extends FieldProps {
  value?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
}

export function CheckboxField({ value = "on", defaultChecked, disabled, ...props }: CheckboxFieldProps) {
  const state = useFieldState(props);
  const checked = props.field ? props.field.initialValue === value : defaultChecked;
  return (
    <div className={classNames("grid content-start gap-1", props.className)}>
      <label className={line}>
        <input
          {...state.aria}
          key={state.key}
          type="checkbox"
          id={state.id}
          name={state.name}
          value={value}
          defaultChecked={checked}
          required={state.required}
          disabled={disabled}
          className={box}
        />
        <span className={props.labelHidden ? "sr-only" : ""}>{props.label}</span>
      </label>
      {props.hint ? (
        <div className="pl-7">
          <Hint id={state.hintId}>{props.hint}</Hint>
        </div>
      ) : null}
      <FieldErrors id={state.errorId} errors={state.errors} />
    </div>
  );
}

interface GroupProps extends FieldProps {
  options: readonly Choice[];
  /** Side by side where there is room. */
  inline?: boolean;
}

interface FieldsetProps {
  type: "checkbox" | "radio";
  props: GroupProps;
  chosen: readonly string[];
}

function ChoiceFieldset({ type, props, chosen }: FieldsetProps) {
  const state = useFieldState(props);
  return (
    <fieldset
      role={type === "radio" ? "radiogroup" : undefined}
      aria-invalid={type === "radio" ? state.aria["aria-invalid"] : undefined}
      aria-describedby={state.aria["aria-describedby"]}
      className={classNames("grid min-w-0 content-start gap-1.5", props.className)}
    >
      <legend className={props.labelHidden ? "sr-only" : "mb-1.5 text-sm font-medium text-ink"}>
        {props.label}
      </legend>
      <Hint id={state.hintId}>{props.hint}</Hint>
      <div className={props.inline ? "flex flex-wrap gap-x-6 gap-y-1" : "grid gap-1"}>
        {props.options.map((option, position) => (
          <label key={`${state.key ?? ""}${option.value}`} className={line}>
            <input
              type={type}
              id={position === 0 ? state.id : undefined}
              name={state.name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabled}
              required={type === "radio" ? state.required : undefined}
              aria-invalid={type === "checkbox" ? state.aria["aria-invalid"] : undefined}
              className={box}
            />
            <span>
              {option.label}
              {option.hint ? <span className="block text-sm text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors id={state.errorId} errors={state.errors} />
    </fieldset>
  );
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

export function CheckboxGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: readonly string[] }) {
  const chosen = props.field ? strings(props.field.initialValue) : (defaultValue ?? []);
  return <ChoiceFieldset type="checkbox" props={props} chosen={chosen} />;
}

export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string | undefined }) {
  const chosen = strings(props.field?.initialValue ?? defaultValue);
  return <ChoiceFieldset type="radio" props={props} chosen={chosen} />;
}
