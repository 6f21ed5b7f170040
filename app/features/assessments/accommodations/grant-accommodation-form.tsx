import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { grantAccommodationForm } from "./accommodation-forms";

interface Props {
  today: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function GrantAccommodationForm({ today, lastResult }: Props) {
  const [form, fields] = useSchemaForm(grantAccommodationForm, {
    id: "accommodation",
    lastResult,
    defaultValue: { from: today, extraPercent: 0, breakMinutes: 0 },
  });
  const figure = { type: "number", inputMode: "numeric", min: 0, step: 1 } as const;
  return (
    <Form method="post" preventScrollReset className="grid max-w-2xl gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="This was not granted yet" />
      <input type="hidden" name="form" value="accommodation" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Extra time in percent"
          hint="25 makes 75 minutes of 60."
          field={fields.extraPercent}
          {...figure}
          max={200}
        />
        <TextField
          label="Minutes for breaks"
          hint="Added to every test, however long it is."
          field={fields.breakMinutes}
          {...figure}
          max={120}
        />
        <TextField label="First day" type="date" field={fields.from} />
        <TextField label="Last day (leave empty if open)" type="date" field={fields.lastDay} />
      </div>
      <TextArea
        label="Reason"
        rows={3}
        hint="Only administrators read it, and only here. It is in no record, export or e-mail."
        field={fields.reason}
      />
      <Button className="justify-self-start">Grant more time</Button>
    </Form>
  );
}
