import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { sendAction } from "~/features/certifications/external/external-action.server";
import { doneIn } from "~/features/certifications/external/external-words";
import { SendCertificateForm } from "~/features/certifications/external/send-certificate-form";
import { sendPage } from "~/features/certifications/external/send-page.server";
import { SentList } from "~/features/certifications/external/sent-list";
import { WithdrawForm } from "~/features/certifications/external/withdraw-form";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.title} · Attest` : "Attest" },
];

const placeOf = ({ params }: LoaderFunctionArgs | ActionFunctionArgs) => ({
  certificationId: params.certification!,
  stepId: params.step!,
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return { page: await sendPage(actor, placeOf(args)), done: doneIn(args.request), timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return sendAction(actor, placeOf(args), args.request);
}

/** After a conflict, so that what was decided meanwhile shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function ExternalSend() {
  const { page, done, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { certification, title, issuer, today, certificates, waiting } = page;
  return (
    <Page
      title={title}
      lead={`${certification.title} asks for this certificate, which somebody else issues.`}
      breadcrumbs={[{ label: "Certificates", to: "/certificates" }]}
    >
      {done && !lastResult ? <Notice kind="success">{done}</Notice> : null}
      {waiting ? (
        <Section title="Being checked" description="Withdraw it if another one should take its place.">
          <FormErrors errors={lastResult?.error?.[""]} title="Nothing was changed" />
          <WithdrawForm certificateId={waiting.id} />
        </Section>
      ) : (
        <Section title="Send it in">
          <SendCertificateForm
            key={certificates.length}
            issuer={issuer}
            today={today}
            lastResult={lastResult}
          />
        </Section>
      )}
      {certificates.length > 0 ? (
        <Section title="What you have sent in">
          <SentList certificates={certificates} timeZone={timeZone} />
        </Section>
      ) : null}
    </Page>
  );
}
