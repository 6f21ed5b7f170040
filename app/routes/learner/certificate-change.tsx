import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { runAwardChange } from "~/features/certifications/award-change-action.server";
import { AwardChangeFields, changeWords } from "~/features/certifications/award-change-fields";
import { awardChangeForm } from "~/features/certifications/award-change-form";
import { awardChangePage } from "~/features/certifications/award-change-page.server";
import { RevocationProposal } from "~/features/certifications/revocation-proposal";
import { dayOf, lastDayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { LastDay } from "~/features/certifications/last-day";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Page, Section } from "~/ui/page";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction = () => [{ title: "Change a certificate · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { timeZone } = actor;
  const page = await awardChangePage(actor, args.params.award!);
  const { validFrom, validUntil } = page.certificate;
  const asked = new URL(args.request.url).searchParams.get("to");
  const until = validUntil ? lastDayOf(validUntil, "UTC") : undefined;
  return {
    ...page,
    kind:
      page.changes.find((kind) => kind === asked) ?? (page.changes.length === 1 ? page.changes[0]! : null),
    dates: { from: dayOf(validFrom, "UTC"), until },
    timeZone,
    today: dayOf(now(), timeZone),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const awardId = args.params.award!;
  return submitForm(await readFields(args.request), awardChangeForm, async (input) => {
    await runAwardChange(actor, awardId, input);
    return redirect(`/certificates/${awardId}?done=${input.intent}`);
  });
}

export default function CertificateChange() {
  const { certificate, changes, proposal, kind, dates, timeZone, today } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form] = useForm<Record<string, unknown>>({ id: "award-change", lastResult });
  const address = `/certificates/${certificate.id}`;
  return (
    <Page
      title="Change this certificate"
      width="text"
      breadcrumbs={[{ label: certificate.title, to: address }]}
    >
      <Facts
        items={[
          { label: "Holder", value: certificate.holderName },
          { label: "Certification", value: `${certificate.title}, edition ${certificate.edition}` },
          { label: "State today", value: <StateBadge state={certificate.state} /> },
          { label: "Valid from", value: <DateTime value={certificate.validFrom} timeZone={timeZone} /> },
          {
            label: "Valid until",
            value: certificate.validUntil ? (
              <LastDay value={certificate.validUntil} timeZone={timeZone} />
            ) : (
              "Does not expire"
            ),
          },
        ]}
      />
      {proposal ? <RevocationProposal proposal={proposal} form={form} timeZone={timeZone} /> : null}
      {changes.length > 1 ? (
        <Section title="What should happen">
          <ul className="divide-y divide-line border-y border-line">
            {changes.map((each) => (
              <li key={each} className="py-3">
                <Link
                  to={`?to=${each}`}
                  className="link font-medium"
                  aria-current={each === kind ? "true" : undefined}
                >
                  {changeWords[each].title}
                </Link>
                <p className="mt-0.5 text-sm text-muted">{changeWords[each].lead}</p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {kind ? (
        <Section title={changeWords[kind].title}>
          <AwardChangeFields kind={kind} form={form} today={today} dates={dates} back={address} />
        </Section>
      ) : null}
    </Page>
  );
}
