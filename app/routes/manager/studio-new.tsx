import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { organisationNames } from "~/features/people/organisation-names.server";
import { newCourse } from "~/features/publishing/course-settings";
import { createDraft } from "~/features/publishing/create-draft.server";
import { NewCourseForm } from "~/features/publishing/settings-form";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Page } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "New course · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "manager");
  const { jobRoles, regions } = await organisationNames();
  return { jobRoles, regions };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "manager");
  return submitForm(await readFields(args.request), newCourse, async (settings) =>
    redirect(`/studio/${await createDraft(actor, settings)}`),
  );
}

export default function StudioNew() {
  const names = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <Page
      title="New course"
      width="text"
      lead="Everything here can be changed later. Nobody sees the course before you publish it."
      breadcrumbs={[{ label: "Studio", to: "/studio" }]}
    >
      <NewCourseForm names={names} lastResult={lastResult} />
    </Page>
  );
}
