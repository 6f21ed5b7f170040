import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { externalAction } from "~/features/certifications/external/external-action.server";
import { ExternalBadge } from "~/features/certifications/external/external-badge";
import { ExternalFacts } from "~/features/certifications/external/external-facts";
import { ExternalHistory } from "~/features/certifications/external/external-history";
import { externalPage } from "~/features/certifications/external/external-page.server";
import { doneIn } from "~/features/certifications/external/external-words";
import { AcceptForm, RefuseForm, RevokeForm } from "~/features/certifications/external/review-forms";
import { WithdrawForm } from "~/features/certifications/external/withdraw-form";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.title} of ${data.page.personName} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const page = await externalPage(actor, args.params.certificate!);
  return { page, done: doneIn(args.request), timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return externalAction(actor, args.params.certificate!, args.request);
}

/** After a conflict, so that what was decided meanwhile shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function ExternalCertificate() {
  const { page, done, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { id, title, own, personName, state, decisions, mayDecide, mayRevoke, mayWithdraw } = page;
  return (
    <Page
      title={title}
      lead={own ? "As you sent it in." : `As ${personName} sent it in.`}
      badge={<ExternalBadge state={state} />}
      breadcrumbs={[
        own
          ? { label: title, to: `/external-certificates/send/${page.certificationId}/${page.stepId}` }
          : mayDecide || mayRevoke
            ? { label: "Certificates to check", to: "/external-certificates" }
            : { label: "Home", to: "/" },
      ]}
    >
      {done && !lastResult ? <Notice kind="success">{done}</Notice> : null}
      {mayDecide || mayRevoke ? null : (
        <FormErrors errors={lastResult?.error?.[""]} title="Nothing was changed" />
      )}
      <ExternalFacts page={page} timeZone={timeZone} />
      {mayWithdraw ? <WithdrawForm certificateId={id} /> : null}
      {mayDecide ? (
        <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
          <Section
            title="Accept it"
            description="Open the file first, and compare it with what the holder typed. It counts from now until its last day."
          >
            <AcceptForm printed={page} today={page.today} lastResult={lastResult} />
          </Section>
          <Section title="Or do not accept it" description="It counts for nothing then.">
            <RefuseForm lastResult={lastResult} />
          </Section>
        </div>
      ) : null}
      {decisions.length > 0 ? (
        <Section title="What was decided">
          <ExternalHistory decisions={decisions} timeZone={timeZone} />
        </Section>
      ) : null}
      {mayRevoke ? (
        <Section
          title="It was found to be false"
          description="It counts for nothing from then on. What rests on it stays until an administrator decides: they are told."
        >
          <RevokeForm lastResult={lastResult} />
        </Section>
      ) : null}
    </Page>
  );
}
