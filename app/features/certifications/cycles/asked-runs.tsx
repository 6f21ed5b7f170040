import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { LastDay } from "../last-day";
import type { AskedRun } from "./asked-queries.server";

interface ListProps {
  runs: readonly AskedRun[];
  timeZone: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function OpenRuns({ runs, timeZone, lastResult }: ListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {runs.map((run) => (
        <li key={run.id} className="grid gap-x-10 gap-y-3 py-4 md:grid-cols-2">
          <div>
            <h3 className="font-semibold">{run.title}</h3>
            <p className="mt-0.5">
              To be held by <LastDay value={run.dueAt} timeZone={timeZone} />
            </p>
            <p className="mt-0.5 text-sm text-muted">
              {run.askedBy} asked for it on <DateTime value={run.openedAt} timeZone={timeZone} />:{" "}
              {run.reason}
            </p>
          </div>
          <TakeBack
            run={run}
            lastResult={lastResult?.initialValue?.cycle === run.id ? lastResult : undefined}
          />
        </li>
      ))}
    </ul>
  );
}

function TakeBack({ run, lastResult }: { run: AskedRun; lastResult: ListProps["lastResult"] }) {
  const [form, fields] = useForm<{ reason: string }>({ id: `take-back-${run.id}`, lastResult });
  return (
    <details className="group" open={lastResult !== undefined}>
      <summary className="link w-fit cursor-pointer text-sm">
        Take back<span className="sr-only"> {run.title}</span>
      </summary>
      <Form method="post" preventScrollReset className="mt-3 grid gap-3" {...getFormProps(form)}>
        <FormErrors form={form} title="It was not taken back" />
        <input type="hidden" name="intent" value="take-back" />
        <input type="hidden" name="cycle" value={run.id} />
        <TextArea label="Reason" rows={2} field={fields.reason} hint="The person reads it." />
        <Button variant="secondary">Take back</Button>
      </Form>
    </details>
  );
}

export function PastRuns({ runs, timeZone }: Omit<ListProps, "lastResult">) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {runs.map((run) => (
        <li key={run.id} className="py-3">
          {run.awardId ? (
            <Link to={`/certificates/${run.awardId}`} className="link font-medium">
              {run.title}
            </Link>
          ) : (
            <span className="font-medium">{run.title}</span>
          )}
          <p className="text-sm text-muted">
            {run.askedBy} asked for it on <DateTime value={run.openedAt} timeZone={timeZone} />.{" "}
            {run.endedAt ? (
              <>
                Taken back on <DateTime value={run.endedAt} timeZone={timeZone} />: {run.endReason}
              </>
            ) : (
              "It was earned."
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
