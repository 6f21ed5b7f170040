import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInForm } from "~/features/auth/auth-forms";
import { DemoSignIn } from "~/features/auth/demo-sign-in";
import { LoginForm } from "~/features/auth/login-form";
import { optionalActor } from "~/features/auth/require-actor.server";
import { safeNext } from "~/features/auth/safe-next";
import { sessionCookie } from "~/features/auth/sessions.server";
import { signIn } from "~/features/auth/sign-in.server";
import { env } from "~/platform/env.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Sign in · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await optionalActor(args);
  const { searchParams } = new URL(args.request.url);
  const next = safeNext(searchParams.get("next"));
  if (actor) throw redirect(next);
  return {
    next,
    ended: searchParams.has("ended"),
    passwordSet: searchParams.has("password-set"),
    demo: env.ATTEST_MODE === "demo",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const userAgent = request.headers.get("User-Agent") ?? "";
  return submitForm(
    await readFields(request),
    signInForm,
    async ({ email, password, next }) => {
      const secret = await signIn({ email, password, address: context.address, userAgent });
      return redirect(safeNext(next), { headers: { "Set-Cookie": sessionCookie(secret) } });
    },
    { hideFields: ["password"] },
  );
}

export default function Login() {
  const { next, ended, passwordSet, demo } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <Page title="Sign in" width="text" lead="Your training, your tests and your certificates.">
      {ended ? (
        <Notice kind="warning" title="Your session has ended">
          Everything you had saved is kept; only what you sent just now was not. Sign in and you are back on
          the same page.
        </Notice>
      ) : null}
      {passwordSet ? <Notice kind="success">Your password is set. Sign in with it.</Notice> : null}
      <LoginForm next={next} lastResult={lastResult} />
      {demo ? <DemoSignIn next={next} /> : null}
    </Page>
  );
}
