import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { acceptForm, refuseForm, revokeForm } from "./external-form";

interface FormProps {
  lastResult: SubmissionResult<string[]> | undefined;
}

interface AcceptProps extends FormProps {
  printed: { readonly issuedOn: string; readonly expiresOn: string | null };
  today: string;
}

export function AcceptForm({ printed: { issuedOn, expiresOn }, today, lastResult }: AcceptProps) {
  const [form, fields] = useSchemaForm(acceptForm, { id: "accept", lastResult });
  return (
    <Form method="post" className="grid max-w-[40rem] content-start gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was decided yet" />
      <input type="hidden" name="form" value="accept" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Issued on"
          type="date"
          field={fields.issuedOn}
          defaultValue={issuedOn}
          max={today}
        />
        <TextField
          label="Last day (empty: does not end)"
          type="date"
          field={fields.expiresOn}
          defaultValue={expiresOn ?? undefined}
        />
      </div>
      <TextArea
        label="Why the dates are corrected"
        hint="Only where you change one. The holder reads it."
        rows={2}
        field={fields.reason}
        required={false}
      />
      <Button>Accept it</Button>
    </Form>
  );
}

export function RefuseForm({ lastResult }: FormProps) {
  const [form, fields] = useSchemaForm(refuseForm, { id: "refuse", lastResult });
  return (
    <Form method="post" className="grid max-w-[40rem] content-start gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was decided yet" />
      <input type="hidden" name="form" value="refuse" />
      <TextArea
        label="Why it is not accepted"
        hint="The holder reads it, and can send in another one."
        rows={4}
        field={fields.reason}
      />
      <Button variant="danger">Do not accept it</Button>
    </Form>
  );
}

export function RevokeForm({ lastResult }: FormProps) {
  const [form, fields] = useSchemaForm(revokeForm, { id: "revoke", lastResult });
  return (
    <Form method="post" className="grid max-w-[40rem] gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was changed" />
      <input type="hidden" name="form" value="revoke" />
      <TextArea
        label="What was found"
        hint="The holder and the administrators read it."
        rows={4}
        field={fields.reason}
      />
      <Button variant="danger">Take the acceptance back</Button>
    </Form>
  );
}
