import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { secondMarkingForm } from "./mark-form";

export function SecondMarkingForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const [form, fields] = useSchemaForm(secondMarkingForm, { id: "second", lastResult });
  return (
    <Form method="post" className="grid max-w-lg gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was asked for yet" />
      <TextArea
        label="Reason"
        field={fields.reason}
        rows={3}
        hint="It is kept with the marking. The person does not see it."
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button>Ask for a second marking</Button>
        <Link to="/test-office/marking" className="link text-sm">
          Leave it as it is
        </Link>
      </div>
    </Form>
  );
}
