import { getFormProps, useForm } from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { awardChangeForm, effectiveFrom } from "~/features/certifications/award-change-form";
import { certificatePage } from "~/features/certifications/certificate-queries.server";
import { reinstateAward } from "~/features/certifications/reinstate-award.server";
import { revokeAward } from "~/features/certifications/revoke-award.server";
import { dayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { TextArea, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Page } from "~/ui/page";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction = () => [{ title: "Revoke or reinstate a certificate · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const { id, title, edition, holderName, state, validFrom, validUntil } = await certificatePage(
    actor,
    args.params.award!,
  );
  const certificate = { id, title, edition, holderName, state, validFrom, validUntil };
  return { certificate, timeZone: actor.timeZone, today: dayOf(now(), actor.timeZone) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const awardId = args.params.award!;
  return submitForm(
    await readFields(args.request),
    awardChangeForm,
    async ({ intent, reason, effectiveAt }) => {
      const change = { awardId, reason, effectiveAt: effectiveFrom(effectiveAt, actor.timeZone, now()) };
      await (intent === "revoke" ? revokeAward : reinstateAward)(actor, change);
      return redirect(`/certificates/${awardId}`);
    },
  );
}

const words = {
  revoke: {
    title: "Revoke this certificate?",
    lead: "It stops counting, and the holder is told why by e-mail. The certificate and this decision stay on record.",
    button: "Revoke the certificate",
    hint: "When it should not have counted earlier, give the day from which.",
  },
  reinstate: {
    title: "Reinstate this certificate?",
    lead: "It counts again, and the holder is told by e-mail. The revocation and this decision stay on record.",
    button: "Reinstate the certificate",
    hint: "When it should never have been revoked, give the day of the revocation.",
  },
};

export default function AwardRevoke() {
  const { certificate, timeZone, today } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: "award-change",
    lastResult,
    constraint: getZodConstraint(awardChangeForm),
  });
  const intent = certificate.state === "revoked" ? "reinstate" : "revoke";
  const { title, lead, button, hint } = words[intent];
  const address = `/certificates/${certificate.id}`;
  return (
    <Page title={title} lead={lead} width="text" breadcrumbs={[{ label: certificate.title, to: address }]}>
      <Facts
        items={[
          { label: "Holder", value: certificate.holderName },
          { label: "Certification", value: `${certificate.title}, edition ${certificate.edition}` },
          { label: "State today", value: <StateBadge state={certificate.state} /> },
          { label: "Valid from", value: <DateTime value={certificate.validFrom} timeZone={timeZone} /> },
          {
            label: "Valid until",
            value: certificate.validUntil ? (
              <DateTime value={certificate.validUntil} timeZone={timeZone} />
            ) : (
              "Does not expire"
            ),
          },
        ]}
      />
      <Form method="post" className="grid max-w-lg gap-5" {...getFormProps(form)}>
        <FormErrors form={form} title="Nothing was changed" />
        <input type="hidden" name="intent" value={intent} />
        <TextArea label="Reason" field={fields.reason} rows={4} hint="The holder and auditors read it." />
        <TextField
          label="From which day (optional)"
          type="date"
          field={fields.effectiveAt}
          max={today}
          hint={hint}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button variant={intent === "revoke" ? "danger" : "primary"}>{button}</Button>
          <Link to={address} className="link text-sm">
            Leave it as it is
          </Link>
        </div>
      </Form>
    </Page>
  );
}
