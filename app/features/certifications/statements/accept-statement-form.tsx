import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { acceptForm } from "./accept-form";

interface Props {
  hash: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** Reading on is no acceptance: it takes a tick and a button. */
export function AcceptStatementForm({ hash, lastResult }: Props) {
  const [form, fields] = useSchemaForm(acceptForm, { id: "accept", lastResult });
  return (
    <Form method="post" className="grid max-w-[40rem] gap-4 print:hidden" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was accepted yet" />
      <input type="hidden" name="hash" value={hash} />
      <CheckboxField
        label="I have read this statement in full, and I accept it."
        field={fields.accepted}
        value="yes"
      />
      <p className="text-sm text-muted">
        It is kept with your name, the moment and every word of the text. You, your manager and auditors can
        open it.
      </p>
      <Button>Accept the statement</Button>
    </Form>
  );
}
