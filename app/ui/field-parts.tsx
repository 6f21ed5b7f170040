import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";

/** What a field needs of Conform's metadata, so that any schema's field fits. */
export interface FieldMetadataLike {
  readonly key?: string | undefined;
  readonly id: string;
  readonly name: string;
  readonly errorId: string;
  readonly descriptionId: string;
  readonly initialValue?: unknown;
  readonly errors?: unknown;
  readonly required?: boolean | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Conform metadata; otherwise give name, and errors where there are any. */
  field?: FieldMetadataLike;
  name?: string;
  id?: string;
  errors?: readonly string[] | undefined;
  required?: boolean;
  /** The label stays for screen readers only: for a search box or a filter whose meaning is plain to the eye. */
  labelHidden?: boolean;
  className?: string;
}

export interface FieldState {
  key: string | undefined;
  id: string;
  name: string | undefined;
  errors: readonly string[];
  hintId: string;
  errorId: string;
  required: boolean | undefined;
  /** Spread onto the control. */
  aria: { "aria-describedby": string | undefined; "aria-invalid": true | undefined };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

export function useFieldState({ field, name, id, errors, hint, required }: FieldProps): FieldState {
  const generated = useId();
  const ownId = field?.id ?? id ?? generated;
  const found = texts(field?.errors ?? errors);
  const hintId = field?.descriptionId ?? `${ownId}-hint`;
  const errorId = field?.errorId ?? `${ownId}-error`;
  const described = [hint ? hintId : "", found.length > 0 ? errorId : ""].filter(Boolean).join(" ");
  return {
    key: field?.key,
    id: ownId,
    name: field?.name ?? name,
    errors: found,
    hintId,
    errorId,
    required: required ?? field?.required,
    aria: { "aria-describedby": described || undefined, "aria-invalid": found.length > 0 || undefined },
  };
}

export const control =
  "w-full min-w-0 rounded-md border border-edge bg-surface px-3 text-ink placeholder:text-muted " +
  "hover:border-ink/60 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted " +
  "aria-invalid:border-expired aria-invalid:outline-expired";

export function Hint({ id, children }: { id: string; children?: ReactNode }) {
  return children ? (
    <p id={id} className="text-sm text-muted">
      {children}
    </p>
  ) : null;
}

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  return errors.length > 0 ? (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-expired">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{errors.join(" ")}</span>
    </p>
  ) : null;
}
