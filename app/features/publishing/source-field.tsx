import { useState, type RefObject } from "react";
import { Button } from "~/ui/button";
import { FieldErrors } from "~/ui/field-parts";
import { useHydrated } from "~/ui/use-hydrated";
import { blockSnippets } from "./block-snippets";
import { insertSnippet, placeInText } from "./text-field-editing";

interface SourceFieldProps {
  field: RefObject<HTMLTextAreaElement>;
  defaultValue: string;
  errors: readonly string[];
}

const id = "source";

/** The lesson's text. The Tab key moves on, as everywhere, so that nobody is caught in the field. */
export function SourceField({ field, defaultValue, errors }: SourceFieldProps) {
  const hydrated = useHydrated();
  const [place, setPlace] = useState<string | null>(null);
  const showPlace = () => {
    if (!field.current) return;
    const { line, column } = placeInText(field.current.value, field.current.selectionStart);
    setPlace(`Line ${line}, column ${column}`);
  };
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        Text of the lesson
      </label>
      <p id="source-hint" className="text-sm text-muted">
        Markdown, with blocks for what Markdown cannot do. Headings begin with ##.
      </p>
      {hydrated ? (
        <div role="group" aria-label="Insert a block" className="flex flex-wrap gap-1">
          {blockSnippets.map(({ name, text }) => (
            <Button
              key={name}
              type="button"
              size="small"
              variant="secondary"
              onClick={() => field.current && insertSnippet(field.current, text)}
            >
              {name}
            </Button>
          ))}
        </div>
      ) : null}
      <textarea
        ref={field}
        id={id}
        name="source"
        rows={26}
        defaultValue={defaultValue}
        spellCheck
        aria-describedby={errors.length > 0 ? "source-hint source-error" : "source-hint"}
        aria-invalid={errors.length > 0 || undefined}
        onSelect={showPlace}
        onKeyUp={showPlace}
        className="w-full min-w-0 resize-y rounded-md border border-edge bg-surface px-3 py-2 font-mono text-sm leading-6 text-ink [font-variant-ligatures:none] [tab-size:2] hover:border-ink/60 aria-invalid:border-expired"
      />
      <FieldErrors id="source-error" errors={errors} />
      {place ? <p className="text-xs text-muted tabular-nums">{place}</p> : null}
    </div>
  );
}
