import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { changePasswordForm } from "./auth-forms";
import { NewPasswordField } from "./new-password-field";

interface Props {
  email: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function ChangePasswordForm({ email, lastResult }: Props) {
  const [form, fields] = useSchemaForm(changePasswordForm, { id: "change-password", lastResult });
  return (
    <Form method="post" className="grid max-w-sm gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="The password is as it was" />
      <input type="hidden" name="form" value="change-password" />
      {/* Password managers store the new password under this name. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        label="Current password"
        type="password"
        autoComplete="current-password"
        field={fields.currentPassword}
      />
      <NewPasswordField field={fields.password} />
      <Button className="justify-self-start">Change the password</Button>
    </Form>
  );
}
