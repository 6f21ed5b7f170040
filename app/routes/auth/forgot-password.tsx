import { getFormProps } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgotPasswordForm } from "~/features/auth/auth-forms";
import { requestPasswordReset } from "~/features/auth/request-password-reset.server";
import { env } from "~/platform/env.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { useSchemaForm } from "~/ui/schema-form";

export const meta: MetaFunction = () => [{ title: "Set a new password · Attest" }];

export function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.has("sent"), demo: env.ATTEST_MODE === "demo" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submitForm(await readFields(request), forgotPasswordForm, async ({ email }) => {
    await requestPasswordReset({ email, address: context.address });
    return redirect("/forgot-password?sent");
  });
}

export default function ForgotPassword() {
  const { sent, demo } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useSchemaForm(forgotPasswordForm, { id: "forgot-password", lastResult });
  return (
    <Page
      title="Set a new password"
      width="text"
      lead="Type your e-mail address, and you get a link to choose a new password. It works once, for one hour."
    >
      {sent ? (
        <Notice kind="success" title="Look into your mailbox">
          If there is an account with that address, the link is on its way. It may take a minute, and it may
          land among the junk.{" "}
          {demo ? (
            <Link to="/demo/mail" className="link">
              In the demo, the mail is here
            </Link>
          ) : null}
        </Notice>
      ) : null}
      <Form method="post" className="grid max-w-sm gap-5" {...getFormProps(form)}>
        <FormErrors form={form} title="Nothing was sent yet" />
        <TextField label="E-mail" type="email" autoComplete="username" field={fields.email} />
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Button>Send the link</Button>
          <Link to="/login" className="link text-sm">
            Back to signing in
          </Link>
        </div>
      </Form>
    </Page>
  );
}
