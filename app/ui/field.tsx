import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { control, FieldErrors, Hint, useFieldState, type FieldProps, type FieldState } from "./field-parts";

export { CheckboxField, CheckboxGroup, RadioGroup } from "./choice-field";

type Own = keyof FieldProps | "defaultValue";

interface FrameProps {
  state: FieldState;
  props: FieldProps;
  children: ReactNode;
}

function Frame({ state, props, children }: FrameProps) {
  return (
    <div className={classNames("grid content-start gap-1.5", props.className)}>
      <label htmlFor={state.id} className={props.labelHidden ? "sr-only" : "text-sm font-medium text-ink"}>
        {props.label}
      </label>
      <Hint id={state.hintId}>{props.hint}</Hint>
      {children}
      <FieldErrors id={state.errorId} errors={state.errors} />
    </div>
  );
}

function split<T extends FieldProps>(all: T) {
  const { label, hint, field, name, id, errors, required, labelHidden, className, ...rest } = all;
  return {
    own: { label, hint, field, name, id, errors, required, labelHidden, className } as FieldProps,
    rest,
  };
}

function text(value: unknown): string | number | undefined {
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

export interface TextFieldProps extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, Own> {
  defaultValue?: string | number | undefined;
}

export function TextField(props: TextFieldProps) {
  const { own, rest } = split(props);
  const { defaultValue, type = "text", ...attributes } = rest;
  const state = useFieldState(own);
  return (
    <Frame state={state} props={own}>
      <input
        {...attributes}
        {...state.aria}
        key={state.key}
        type={type}
        id={state.id}
        name={state.name}
        required={state.required}
        defaultValue={type === "password" ? undefined : (text(own.field?.initialValue) ?? defaultValue)}
        className={classNames(control, "h-9 read-only:bg-sunken")}
      />
    </Frame>
  );
}

export interface TextAreaProps extends FieldProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own> {
  defaultValue?: string | undefined;
  /** Source text: set in the code face, not spell-checked. */
  code?: boolean;
}

export function TextArea(props: TextAreaProps) {
  const { own, rest } = split(props);
  const { defaultValue, code, rows = 4, ...attributes } = rest;
  const state = useFieldState(own);
  return (
    <Frame state={state} props={own}>
      <textarea
        spellCheck={code ? false : undefined}
        {...attributes}
        {...state.aria}
        key={state.key}
        id={state.id}
        name={state.name}
        rows={rows}
        required={state.required}
        defaultValue={text(own.field?.initialValue) ?? defaultValue}
        className={classNames(control, "py-2 read-only:bg-sunken", code && "font-mono text-sm leading-6")}
      />
    </Frame>
  );
}

export interface SelectFieldProps extends FieldProps, Omit<SelectHTMLAttributes<HTMLSelectElement>, Own> {
  defaultValue?: string | undefined;
  /** Or give option elements as children. */
  options?: readonly { value: string; label: string; disabled?: boolean }[];
  /** The empty first choice, in words. */
  placeholder?: string;
}

export function SelectField(props: SelectFieldProps) {
  const { own, rest } = split(props);
  const { defaultValue, options, placeholder, children, ...attributes } = rest;
  const state = useFieldState(own);
  return (
    <Frame state={state} props={own}>
      <select
        {...attributes}
        {...state.aria}
        key={state.key}
        id={state.id}
        name={state.name}
        required={state.required}
        defaultValue={text(own.field?.initialValue) ?? defaultValue}
        className={classNames(control, "h-9 pr-8")}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
    </Frame>
  );
}
