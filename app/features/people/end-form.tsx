import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { endForm } from "./people-forms";

interface Props {
  assignmentId: string;
  today: string;
  back: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function EndForm({ assignmentId, today, back, lastResult }: Props) {
  const [form, fields] = useSchemaForm(endForm, { id: "end", lastResult, defaultValue: { lastDay: today } });
  return (
    <Form method="post" preventScrollReset className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="end" />
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <TextField
        label="Last day"
        type="date"
        hint="Today ends it at once. A day before its first day says that it was given by mistake and never held."
        field={fields.lastDay}
      />
      <TextField label="Reason" field={fields.reason} />
      <div className="flex gap-3">
        <Button>End it</Button>
        <ButtonLink to={back} variant="quiet" preventScrollReset>
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
