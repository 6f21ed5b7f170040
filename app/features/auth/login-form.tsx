import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { signInForm } from "./auth-forms";

interface Props {
  next: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function LoginForm({ next, lastResult }: Props) {
  const [form, fields] = useSchemaForm(signInForm, { id: "login", lastResult });
  return (
    <Form method="post" className="grid max-w-sm gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="You are not signed in yet" />
      <TextField label="E-mail" type="email" autoComplete="username" field={fields.email} />
      <TextField label="Password" type="password" autoComplete="current-password" field={fields.password} />
      <input type="hidden" name="next" value={next} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Button>Sign in</Button>
        <Link to="/forgot-password" className="link text-sm">
          Forgot your password?
        </Link>
      </div>
    </Form>
  );
}
