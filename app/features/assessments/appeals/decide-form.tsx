import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { RadioGroup, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { decideForm } from "./appeal-form";
import type { AppealPage } from "./find-appeal.server";

interface Props {
  appeal: Pick<AppealPage, "position" | "remedies">;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function DecideForm({ appeal: { position, remedies }, lastResult }: Props) {
  const [form, fields] = useSchemaForm(decideForm, { id: "decide", lastResult });
  const choices = [
    {
      value: "full-credit",
      label: `Uphold: full credit for question ${position}`,
      hint: "The result is worked out again at once.",
    },
    {
      value: "second-marking",
      label: "Uphold: somebody else marks it as well",
      hint: "The result stands until they have. It cannot be you: you have seen the marks.",
    },
    {
      value: "none",
      label: "Uphold: the result itself stays",
      hint: "Say in the reason what follows. Their manager or an administrator can grant a fresh set of attempts once all are used.",
    },
    { value: "rejected", label: "Do not uphold", hint: "The result stays as it is." },
  ];
  const possible = new Set<string>([...remedies, "none", "rejected"]);
  return (
    <Form method="post" className="grid max-w-[40rem] gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was decided yet" />
      <RadioGroup
        label="Decision"
        field={fields.decision}
        options={choices.filter(({ value }) => possible.has(value))}
      />
      <TextArea
        label="Reason"
        hint="The person reads it, and it stays with the record. A decision cannot be changed later."
        rows={5}
        field={fields.reason}
      />
      <Button>Decide the appeal</Button>
    </Form>
  );
}
