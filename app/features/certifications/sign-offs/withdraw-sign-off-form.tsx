import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { withdrawForm } from "./sign-off-forms";

export function WithdrawSignOffForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const [form, fields] = useSchemaForm(withdrawForm, { id: "withdraw", lastResult });
  return (
    <Form method="post" className="grid max-w-[40rem] gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was withdrawn yet" />
      <input type="hidden" name="form" value="withdraw" />
      <TextArea label="Reason for withdrawing" rows={2} field={fields.reason} />
      <Button variant="danger">Withdraw</Button>
    </Form>
  );
}
