import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { CheckboxField, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { completeForm } from "./sign-off-forms";
import { DECLARATIONS } from "./sign-off-rules";

interface Props {
  edits: number;
  personName: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function CompleteSignOffForm({ edits, personName, lastResult }: Props) {
  const [form, fields] = useSchemaForm(completeForm, { id: "complete", lastResult });
  return (
    <Form method="post" className="grid max-w-[40rem] gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was signed yet" />
      <input type="hidden" name="form" value="complete" />
      {/* Of the page as it is now, also after one that was turned away: what is signed is what is shown above. */}
      <input type="hidden" name="edits" value={edits} readOnly />
      <TextArea
        label="Comment"
        hint={`Not required. ${personName} and auditors read it.`}
        rows={3}
        field={fields.comment}
      />
      <CheckboxField label={DECLARATIONS.observer} field={fields.declared} />
      <Button size="large">Sign</Button>
    </Form>
  );
}
