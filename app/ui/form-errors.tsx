import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";

/** What the summary needs of Conform's form metadata. */
interface FormMetadataLike {
  readonly id: string;
  readonly errorId: string;
  readonly allErrors: unknown;
}

interface FormErrorsProps {
  /** Conform metadata: the summary links to each field. */
  form?: FormMetadataLike;
  /** Or messages alone, by field or not. */
  errors?: readonly string[] | Readonly<Record<string, readonly string[]>> | null | undefined;
  title?: string;
}

interface Problem {
  message: string;
  fieldId: string | null;
}

function collect(form: FormMetadataLike | undefined, errors: FormErrorsProps["errors"]): Problem[] {
  const source: unknown = form ? form.allErrors : errors;
  if (Array.isArray(source)) return source.map((message) => ({ message: String(message), fieldId: null }));
  return Object.entries((source ?? {}) as Record<string, unknown>).flatMap(([name, messages]) =>
    (Array.isArray(messages) ? messages : []).map((message) => ({
      message: String(message),
      fieldId: form && name ? `${form.id}-${name}` : null,
    })),
  );
}

/** Messages also change while someone corrects a field; the focus stays there then. */
function isTyping(): boolean {
  return document.activeElement?.matches("input, select, textarea") ?? false;
}

export function FormErrors({ form, errors, title = "This was not saved yet" }: FormErrorsProps) {
  const problems = collect(form, errors);
  const box = useRef<HTMLDivElement>(null);
  const fingerprint = problems.map((problem) => problem.message).join("\n");

  useEffect(() => {
    if (fingerprint && !isTyping()) box.current?.focus();
  }, [fingerprint]);

  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      id={form?.errorId}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-md border border-expired/30 bg-expired-soft px-4 py-3"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-expired" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <ul className="mt-1 grid gap-0.5 text-sm">
          {problems.map(({ message, fieldId }) => (
            <li key={`${fieldId ?? ""}${message}`}>
              {fieldId ? (
                <a href={`#${fieldId}`} className="link">
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
