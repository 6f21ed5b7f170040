import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { addPersonForm, editPersonForm } from "./people-forms";

interface AddProps {
  lastResult: SubmissionResult<string[]> | undefined;
}

export function AddPersonForm({ lastResult }: AddProps) {
  const [form, fields] = useSchemaForm(addPersonForm, { id: "add", lastResult });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <TextField label="Full name" autoComplete="off" field={fields.name} />
      <TextField
        label="E-mail"
        type="email"
        autoComplete="off"
        hint="The invitation goes there."
        field={fields.email}
      />
      <TextField label="Employee number" autoComplete="off" field={fields.employeeNumber} />
      <TextField label="Reason" hint="For the history: a new hire, a transfer, …" field={fields.reason} />
      <div className="flex gap-3">
        <Button>Add and invite</Button>
        <ButtonLink to="/admin/people" variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}

interface EditProps extends AddProps {
  person: { id: string; name: string; email: string; employeeNumber: string };
}

export function EditPersonForm({ person, lastResult }: EditProps) {
  const { id, name, email, employeeNumber } = person;
  const [form, fields] = useSchemaForm(editPersonForm, {
    id: "edit",
    lastResult,
    defaultValue: { name, email, employeeNumber },
  });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="edit" />
      <TextField label="Full name" autoComplete="off" field={fields.name} />
      <TextField
        label="E-mail"
        type="email"
        autoComplete="off"
        hint="A new address makes links sent to the old one useless."
        field={fields.email}
      />
      <TextField label="Employee number" autoComplete="off" field={fields.employeeNumber} />
      <TextField label="Reason" field={fields.reason} />
      <div className="flex gap-3">
        <Button>Save</Button>
        <ButtonLink to={`/admin/people/${id}`} variant="quiet" preventScrollReset>
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
