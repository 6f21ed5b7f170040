import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { newTest } from "./test-settings";

export function NewTestForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const [form, fields] = useSchemaForm(newTest, { id: "new-test", lastResult });
  return (
    <Form method="post" className="grid max-w-[38rem] gap-6" {...getFormProps(form)}>
      <FormErrors form={form} />
      <TextField label="Title" autoComplete="off" field={fields.title} />
      <TextArea
        label="Summary"
        hint="One or two sentences: what the test is about and who should take it."
        rows={3}
        field={fields.summary}
      />
      <div className="flex gap-3">
        <Button>Continue</Button>
        <ButtonLink to="/test-office" variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
