import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { BeginForm } from "~/features/certifications/sign-offs/begin-form";
import { beginPage, observablePeople } from "~/features/certifications/sign-offs/begin-page.server";
import { beginSignOff } from "~/features/certifications/sign-offs/begin-sign-off.server";
import { ObservableList } from "~/features/certifications/sign-offs/observable-list";
import { beginForm } from "~/features/certifications/sign-offs/sign-off-forms";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Page } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Begin a sign-off · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const personId = searchParams.get("person");
  if (personId)
    return { chosen: await beginPage(actor, personId), asked: searchParams.get("checklist"), list: null };
  const q = (searchParams.get("q") ?? "").trim().slice(0, 100);
  const id = searchParams.get("after-id");
  const after = id ? { name: searchParams.get("after-name") ?? "", id } : null;
  return { chosen: null, asked: null, list: { q, ...(await observablePeople(actor, { q, after })) } };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const personId = new URL(args.request.url).searchParams.get("person") ?? "";
  await beginPage(actor, personId);
  return submitForm(await readFields(args.request), beginForm, async ({ checklistId }) => {
    const signOffId = await beginSignOff(actor, { personId, checklistId });
    return redirect(`/sign-offs/${signOffId}/fill`);
  });
}

export default function SignOffNew() {
  const { chosen, asked, list } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const breadcrumbs = [
    { label: "Sign-offs", to: "/sign-offs" },
    ...(chosen ? [{ label: "Begin", to: "/sign-offs/new" }] : []),
  ];
  return (
    <Page
      title={chosen ? `Observe ${chosen.person.name}` : "Whom do you observe?"}
      lead={
        chosen
          ? "Choose what to look at. The checklist stays as it is now, whatever is changed in it later."
          : "You fill it in beside the person, and both of you sign it. Nobody signs off their own work."
      }
      width="text"
      breadcrumbs={breadcrumbs}
    >
      {chosen ? (
        <BeginForm
          key={chosen.checklists.map(({ openId }) => openId).join()}
          checklists={chosen.checklists}
          asked={asked}
          lastResult={lastResult}
        />
      ) : null}
      {list ? (
        <ObservableList
          people={list.people}
          q={list.q}
          next={
            list.next
              ? `/sign-offs/new?${new URLSearchParams({ q: list.q, "after-name": list.next.name, "after-id": list.next.id })}`
              : null
          }
        />
      ) : null}
    </Page>
  );
}
