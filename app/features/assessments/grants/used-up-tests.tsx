import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Section } from "~/ui/page";
import { count, percent } from "../scoring/score-words";
import { grantForm } from "./grant-form";
import type { UsedUpTest } from "./used-up-tests.server";

interface Props {
  tests: readonly UsedUpTest[];
  timeZone: string;
  /** What the action answered, to whichever form of the page. */
  lastResult: SubmissionResult<string[]> | undefined;
}

/** Nothing at all where there is nothing to grant. */
export function UsedUpTests({ tests, timeZone, lastResult }: Props) {
  const sent = lastResult?.initialValue?.form === "grant-attempts" ? lastResult : undefined;
  const about = sent?.initialValue?.assessmentId;
  /* Somebody else has granted it in the meantime, so its form is gone. */
  const stranded = sent && !tests.some(({ assessmentId }) => assessmentId === about);
  if (tests.length === 0 && !stranded) return null;
  return (
    <Section
      id="used-up"
      title="Tests that are used up"
      description="All attempts were taken without a pass. You can grant a fresh set, which can be started at once."
    >
      {stranded ? <FormErrors errors={sent.error?.[""]} title="Nothing was granted" /> : null}
      {tests.length > 0 ? (
        <ul className="grid divide-y divide-line border-y border-line">
          {tests.map((test) => (
            <li key={test.assessmentId} className="grid gap-x-8 gap-y-4 py-4 md:grid-cols-2">
              <div>
                <h3 className="font-medium">{test.title}</h3>
                <p className="mt-1 text-sm text-muted">
                  Last attempt on <DateTime value={test.last.submittedAt} timeZone={timeZone} />
                  {test.last.score === null ? null : `, with ${percent(test.last.score)}`}.{" "}
                  {test.nextAt ? (
                    <>
                      By itself a fresh set opens on{" "}
                      <DateTime value={test.nextAt} timeZone={timeZone} format="datetime" />.
                    </>
                  ) : (
                    "No fresh set opens by itself."
                  )}
                </p>
              </div>
              <GrantForm test={test} lastResult={about === test.assessmentId ? sent : undefined} />
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function GrantForm({ test, lastResult }: { test: UsedUpTest; lastResult: Props["lastResult"] }) {
  const [form, fields] = useForm({
    id: `grant-${test.assessmentId}`,
    lastResult,
    constraint: getZodConstraint(grantForm),
  });
  return (
    <Form method="post" preventScrollReset className="grid content-start gap-3" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was granted" />
      <input type="hidden" name="form" value="grant-attempts" />
      <input type="hidden" name="assessmentId" value={test.assessmentId} />
      <TextArea label="Reason" rows={2} field={fields.reason} />
      <Button variant="secondary">
        Grant {count(test.attempts, "attempt")}
        <span className="sr-only"> at {test.title}</span>
      </Button>
    </Form>
  );
}
