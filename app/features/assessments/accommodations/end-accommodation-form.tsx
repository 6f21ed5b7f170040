import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { endAccommodationForm } from "./accommodation-forms";

interface Props {
  accommodationId: string;
  today: string;
  back: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function EndAccommodationForm({ accommodationId, today, back, lastResult }: Props) {
  const [form, fields] = useSchemaForm(endAccommodationForm, {
    id: "end-accommodation",
    lastResult,
    defaultValue: { lastDay: today },
  });
  return (
    <Form method="post" preventScrollReset className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="end-accommodation" />
      <input type="hidden" name="accommodationId" value={accommodationId} />
      <TextField
        label="Last day"
        type="date"
        hint="Today ends it at once. A test that is under way keeps its time."
        field={fields.lastDay}
      />
      <div className="flex gap-3">
        <Button>End it</Button>
        <ButtonLink to={back} variant="quiet" preventScrollReset>
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
