import { getFormProps } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { regradeConfirmation } from "./regrade-reason";

interface RegradeConfirmProps {
  /** The address of this preview, with the choice in it. */
  here: string;
  /** Where the choice can be changed. */
  back: string;
  seen: string | null;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** The second step: why, and then it is done. */
export function RegradeConfirm({ here, back, seen, lastResult }: RegradeConfirmProps) {
  const [form, fields] = useSchemaForm(regradeConfirmation, { id: "regrade", lastResult });
  return (
    <Form method="post" action={here} className="grid max-w-[44rem] gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was changed" />
      <input type="hidden" name="seen" value={seen ?? ""} />
      <TextArea
        label="Why"
        field={fields.reason}
        rows={3}
        hint="The people concerned read it beside their result, and auditors beside the record."
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button>Regrade the question</Button>
        <Link to={back} className="link text-sm">
          Choose something else
        </Link>
      </div>
    </Form>
  );
}
