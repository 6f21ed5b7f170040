import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { invitePerson } from "~/features/auth/invite-person.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { AddPersonForm } from "~/features/people/details-form";
import { addPersonForm } from "~/features/people/people-forms";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Page } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Add a person · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "admin");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "admin");
  return submitForm(await readFields(args.request), addPersonForm, async (details) =>
    redirect(`/admin/people/${await invitePerson(actor, details)}?done=added`),
  );
}

export default function NewPerson() {
  const lastResult = useActionData<typeof action>();
  return (
    <Page
      title="Add a person"
      width="text"
      lead="They get an e-mail with a link to set their password. Afterwards, give them their job role, team and access."
      breadcrumbs={[{ label: "People", to: "/admin/people" }]}
    >
      <AddPersonForm lastResult={lastResult} />
    </Page>
  );
}
