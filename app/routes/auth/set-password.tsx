import { getFormProps } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { setPasswordForm } from "~/features/auth/auth-forms";
import { findLink } from "~/features/auth/auth-links.server";
import { NewPasswordField } from "~/features/auth/new-password-field";
import { noSessionCookie } from "~/features/auth/sessions.server";
import { setPassword } from "~/features/auth/set-password.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Page } from "~/ui/page";
import { useSchemaForm } from "~/ui/schema-form";

export const meta: MetaFunction = () => [{ title: "Choose your password · Attest" }];

/* The address is a secret: nothing may keep the page. */
const PRIVATE = { "Cache-Control": "no-store" };
export const headers = () => PRIVATE;

export async function loader({ params }: LoaderFunctionArgs) {
  const link = await findLink(params.secret ?? "");
  const shown = link ? { name: link.name, email: link.email, purpose: link.purpose } : null;
  return data({ link: shown }, { status: link ? 200 : 410, headers: PRIVATE });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return submitForm(
    await readFields(request),
    setPasswordForm,
    async ({ password }) => {
      await setPassword({ secret: params.secret ?? "", password, address: context.address });
      return redirect("/login?password-set", { headers: { "Set-Cookie": noSessionCookie() } });
    },
    { hideFields: ["password"] },
  );
}

export default function SetPassword() {
  const { link } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useSchemaForm(setPasswordForm, { id: "set-password", lastResult });
  if (!link) return <LinkNoLongerWorks />;
  return (
    <Page
      title={link.purpose === "invitation" ? `Welcome, ${link.name}` : "Choose a new password"}
      width="text"
      lead="When it is set, every device that was signed in has to sign in again."
    >
      <Form method="post" className="grid max-w-sm gap-5" {...getFormProps(form)}>
        <FormErrors form={form} title="The password is not set yet" />
        <p className="text-sm text-muted">
          Account: <span className="text-ink">{link.email}</span>
        </p>
        {/* Password managers store the new password under this name. */}
        <input type="hidden" autoComplete="username" value={link.email} readOnly />
        <NewPasswordField field={fields.password} />
        <Button className="justify-self-start">Set the password</Button>
      </Form>
    </Page>
  );
}

function LinkNoLongerWorks() {
  return (
    <Page
      title="This link no longer works"
      width="text"
      lead="A link works once and for a limited time, and a newer one replaces it. Your account is as it was; ask for a new link and use that."
    >
      <p className="flex flex-wrap gap-3">
        <ButtonLink to="/forgot-password">Get a new link</ButtonLink>
        <ButtonLink to="/login" variant="secondary">
          Sign in
        </ButtonLink>
      </p>
    </Page>
  );
}
