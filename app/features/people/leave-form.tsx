import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { useSchemaForm } from "~/ui/schema-form";
import { dayInWords } from "./calendar";
import { leaveForm, returnForm } from "./people-forms";
import type { HeldAssignment } from "./person-queries.server";

interface Props {
  name: string;
  held: readonly HeldAssignment[];
  today: string;
  back: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** Two steps, each a plain form: what is meant, and what it does. */
export function LeaveForm({ name, held, today, back, lastResult }: Props) {
  const [form, fields] = useSchemaForm(leaveForm, {
    id: "leave",
    lastResult,
    defaultValue: { lastDay: today },
  });
  const review = reviewOf(lastResult);
  if (review) return <ConfirmLeaving {...{ name, held, back }} {...review} today={today} />;
  return (
    <Form method="post" preventScrollReset className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="leave" />
      <TextField label="Last day" type="date" hint="Today ends all access at once." field={fields.lastDay} />
      <TextField label="Reason" field={fields.reason} />
      <div className="flex gap-3">
        <Button>Review</Button>
        <ButtonLink to={back} variant="quiet" preventScrollReset>
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}

interface ConfirmProps {
  name: string;
  held: readonly HeldAssignment[];
  lastDay: string;
  reason: string;
  today: string;
  back: string;
}

function ConfirmLeaving({ name, held, lastDay, reason, today, back }: ConfirmProps) {
  const ending = held.filter(({ state }) => state !== "before").map((row) => row.name);
  return (
    <Form method="post" preventScrollReset className="grid max-w-xl gap-5">
      <Notice kind="warning" title={`${name} leaves, last day ${dayInWords(lastDay)}`}>
        <ul className="list-disc pl-5">
          <li>
            {lastDay <= today
              ? "Every device is signed out at once, and signing in no longer works."
              : "From the day after, signing in no longer works."}
          </li>
          {ending.length > 0 ? <li>With it end: {ending.join(", ")}.</li> : null}
          <li>Records and certificates stay as they are.</li>
        </ul>
      </Notice>
      <input type="hidden" name="form" value="leave" />
      <input type="hidden" name="lastDay" value={lastDay} />
      <input type="hidden" name="reason" value={reason} />
      <input type="hidden" name="confirmed" value="yes" />
      <div className="flex gap-3">
        <Button variant="danger">Mark as leaver</Button>
        <ButtonLink to={back} variant="quiet" preventScrollReset>
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}

function reviewOf(
  result: SubmissionResult<string[]> | undefined,
): { lastDay: string; reason: string } | null {
  const sent = result?.initialValue;
  if (!sent || result.error || sent.form !== "leave") return null;
  const { lastDay, reason } = sent;
  return typeof lastDay === "string" && typeof reason === "string" ? { lastDay, reason } : null;
}

export function ReturnForm({
  stays,
  back,
  lastResult,
}: {
  /** The last day is still to come. */
  stays: boolean;
  back: string;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const [form, fields] = useSchemaForm(returnForm, { id: "return", lastResult });
  return (
    <Form method="post" preventScrollReset className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="return" />
      <p className="text-muted">
        {stays
          ? "The person stays. Job role, team and access that would have ended go on; what was changed since then is left as it is."
          : "Signing in works again, and records and certificates are where they were. Job role, team and access are to be given anew."}
      </p>
      <TextField label="Reason" field={fields.reason} />
      <div className="flex gap-3">
        <Button>{stays ? "Take the leaving back" : "Record the return"}</Button>
        <ButtonLink to={back} variant="quiet" preventScrollReset>
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
