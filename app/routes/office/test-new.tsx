import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { createTest } from "~/features/assessments/authoring/create-test.server";
import { NewTestForm } from "~/features/assessments/authoring/new-test-form";
import { newTest, settingsAddress } from "~/features/assessments/authoring/test-settings";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireOffice } from "~/features/assessments/office/office-policy.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { testsAskedFor } from "~/features/certifications/renewal/certifications-asking-for.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";

export const meta: MetaFunction = () => [{ title: "New test · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  requireOffice(actor);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  requireOffice(actor);
  return submitForm(await readFields(args.request), newTest, async (test) =>
    redirect(`${settingsAddress(await createTest(actor, test, testsAskedFor))}?done=created`),
  );
}

export default function NewTest() {
  const lastResult = useActionData<typeof action>();
  return (
    <OfficeFrame
      title="New test"
      lead="Its questions come from your banks. Nobody can take it until you publish it."
    >
      <NewTestForm lastResult={lastResult} />
    </OfficeFrame>
  );
}
