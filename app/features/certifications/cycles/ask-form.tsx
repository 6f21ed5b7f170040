import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

interface AskFormProps {
  askable: readonly { id: string; title: string }[];
  /** The first day that can be given. */
  today: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function AskForm({ askable, today, lastResult }: AskFormProps) {
  const [form, fields] = useForm<{ certificationId: string; due: string; reason: string }>({
    id: "ask",
    lastResult,
  });
  return (
    <Form method="post" className="grid max-w-lg gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was asked for" />
      <input type="hidden" name="intent" value="ask" />
      <SelectField
        label="Certification"
        field={fields.certificationId}
        placeholder="Choose one"
        options={askable.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextField
        label="Last day"
        type="date"
        field={fields.due}
        min={today}
        hint="In your time zone. The person sees it with what is due."
      />
      <TextArea label="Reason" rows={3} field={fields.reason} hint="The person reads it." />
      <Button className="w-fit">Ask for it</Button>
    </Form>
  );
}
