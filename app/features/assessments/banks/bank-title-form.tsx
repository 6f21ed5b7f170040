import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { newBank, renamedBank } from "./bank-forms";

type LastResult = SubmissionResult<string[]> | undefined;

export function NewBankForm({ lastResult, first }: { lastResult: LastResult; first: boolean }) {
  const [form, fields] = useSchemaForm(newBank, { id: "new-bank", lastResult });
  return (
    <Form method="post" className="grid max-w-[38rem] gap-4" {...getFormProps(form)}>
      <FormErrors form={form} />
      <TextField
        label="Title"
        hint="What its questions are about: tests choose banks by it."
        autoComplete="off"
        field={fields.title}
      />
      <Button variant={first ? "primary" : "secondary"}>Create the bank</Button>
    </Form>
  );
}

export function RenameBankForm({ title, lastResult }: { title: string; lastResult: LastResult }) {
  const [form, fields] = useSchemaForm(renamedBank, { id: "rename", lastResult, defaultValue: { title } });
  return (
    <Form method="post" className="grid max-w-[38rem] gap-4" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="rename" />
      <TextField label="Title" autoComplete="off" field={fields.title} />
      <Button variant="secondary">Save the title</Button>
    </Form>
  );
}
