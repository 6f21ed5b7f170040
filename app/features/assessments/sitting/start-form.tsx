import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { control, FieldErrors } from "~/ui/field-parts";
import { classNames } from "~/ui/class-names";
import { Notice } from "~/ui/notice";
import type { AssessmentPage } from "./attempt-view";

interface StartFormProps {
  assessment: Pick<AssessmentPage, "standing" | "declaration" | "invigilated">;
  busy: boolean;
  /** What kept the test from starting, by field; "" for the whole. */
  errors: Readonly<Record<string, readonly string[] | null | undefined>>;
}

/** The one button that starts the clock, with what the test asks for first. */
export function StartForm({ assessment, busy, errors }: StartFormProps) {
  const { standing, declaration, invigilated } = assessment;
  const message = errors[""]?.[0];
  return (
    <Form method="post" className="grid max-w-[40rem] gap-4">
      {message ? (
        <Notice kind="warning" title="The test did not start">
          {message}
        </Notice>
      ) : null}
      {invigilated ? (
        <div className="grid gap-1.5">
          <label htmlFor="code" className="font-medium">
            Code from the invigilator
          </label>
          <input
            id="code"
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            aria-invalid={errors.code ? true : undefined}
            aria-describedby="code-hint code-error"
            className={classNames(control, "min-h-11 max-w-48 font-mono text-lg tracking-widest uppercase")}
          />
          <p id="code-hint" className="text-sm text-muted">
            It is shown in the room where you sit the test.
          </p>
          <FieldErrors id="code-error" errors={errors.code ?? []} />
        </div>
      ) : null}
      {declaration ? (
        <div className="grid gap-1.5">
          <label className="flex items-start gap-3">
            <input
              type="checkbox"
              name="declared"
              aria-invalid={errors.declared ? true : undefined}
              aria-describedby={errors.declared ? "declared-error" : undefined}
              className="mt-[0.1875rem] size-[1.125rem] shrink-0 accent-accent"
            />
            <span>{declaration}</span>
          </label>
          <FieldErrors id="declared-error" errors={errors.declared ?? []} />
        </div>
      ) : null}
      <Button size="large" variant={standing.state === "passed" ? "secondary" : "primary"} disabled={busy}>
        {standing.state === "not-started" ? "Start the test" : "Start a new attempt"}
      </Button>
    </Form>
  );
}
