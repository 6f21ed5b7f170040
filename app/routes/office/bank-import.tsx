import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openBank } from "~/features/assessments/banks/bank-policy.server";
import { importAction } from "~/features/assessments/banks/import-action.server";
import { ImportForm } from "~/features/assessments/banks/import-form";
import { ImportPreviewSection } from "~/features/assessments/banks/import-preview";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Import into ${data.bank.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { slug, title } = await openBank(actor, args.params.bank!);
  return { bank: { slug, title } };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return importAction(actor, args.params.bank!, args.request);
}

export default function BankImport() {
  const { bank } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = `/test-office/banks/${bank.slug}/import`;
  const preview = answer?.preview ?? null;
  const again = preview !== null && preview.problems.length > 0;
  return (
    <OfficeFrame
      title="Import questions"
      lead="A question with an id that the bank has already becomes a new version of that question; all others are added."
      breadcrumbs={[
        { label: "Question banks", to: "/test-office/banks" },
        { label: bank.title, to: `/test-office/banks/${bank.slug}` },
      ]}
    >
      {preview ? <ImportPreviewSection preview={preview} here={here} /> : null}
      {preview && !again ? null : (
        <Section title={again ? "Choose the file again" : "The file"} titleHidden={!again}>
          <ImportForm key={preview?.upload ?? ""} errors={answer?.errors ?? []} typed={answer?.typed} />
        </Section>
      )}
    </OfficeFrame>
  );
}
