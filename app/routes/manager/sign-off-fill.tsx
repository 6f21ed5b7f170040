import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { FillForm } from "~/features/certifications/sign-offs/fill-form";
import { saveFilled, savedStates, fillBounds } from "~/features/certifications/sign-offs/fill-action.server";
import { fillPage } from "~/features/certifications/sign-offs/sign-off-page.server";
import { readFields } from "~/platform/http/submit-form.server";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.page.title}: ${page.page.personName} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const page = await fillPage(actor, args.params.signOff!);
  if (!page) throw redirect(`/sign-offs/${args.params.signOff!}`);
  const saved = new URL(args.request.url).searchParams.get("done") === "saved";
  return { page, states: savedStates(page), saved, timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const signOffId = args.params.signOff!;
  const form = await readFields(args.request, fillBounds(actor));
  const outcome = await saveFilled(actor, signOffId, form);
  if (Object.keys(outcome.refused).length > 0) return data(outcome, { status: 422 });
  throw redirect(
    form.get("intent") === "review" ? `/sign-offs/${signOffId}` : `/sign-offs/${signOffId}/fill?done=saved`,
  );
}

/** After something was turned away too: the rest was saved. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 422 || defaultShouldRevalidate;

export default function SignOffFill() {
  const { page, states, saved, timeZone } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <Page
      title={page.title}
      lead={`${page.personName}. Fill it in together; both of you sign it afterwards.`}
      width="text"
      breadcrumbs={[{ label: "Sign-offs", to: "/sign-offs" }]}
    >
      {saved && !outcome ? <Notice kind="success">Saved. You can close this and go on later.</Notice> : null}
      {outcome ? (
        <FormErrors
          title="Not everything is saved yet"
          errors={Object.values(outcome.refused).map(({ message }) => message)}
        />
      ) : null}
      {page.superseded ? (
        <Notice kind="info">
          The checklist has been changed since this was begun. This one goes on by edition {page.edition} as
          it was then.
        </Notice>
      ) : null}
      <details className="rounded-md border border-line bg-surface px-4 py-3" open={page.edits === 0}>
        <summary className="min-h-6 cursor-pointer font-medium">How to observe</summary>
        <p className="mt-2 whitespace-pre-line">{page.instructions}</p>
      </details>
      <FillForm
        /* What was turned away comes before what is read again: the fields begin anew with each. */
        key={outcome ? `${page.edits} ${JSON.stringify(outcome)}` : "fresh"}
        page={page}
        start={{ saved: states, refused: outcome?.refused ?? {} }}
        timeZone={timeZone}
      />
    </Page>
  );
}
