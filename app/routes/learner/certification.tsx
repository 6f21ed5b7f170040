import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/features/auth/require-actor.server";
import {
  chooseCertification,
  endAskedCycle,
} from "~/features/certifications/cycles/ask-for-certification.server";
import { OwedList } from "~/features/certifications/owed-list";
import { certificationPage } from "~/features/certifications/programme/certification-page.server";
import { certificationRevisions } from "~/features/certifications/programme/certification-revisions.server";
import { ProgrammeFacts } from "~/features/certifications/programme/programme-facts";
import { RulesOverTime } from "~/features/certifications/programme/rules-over-time";
import { may } from "~/features/people/actor";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.certification.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const id = args.params.certification!;
  const { searchParams } = new URL(args.request.url);
  const certification = await certificationPage(actor, id);
  const history = await certificationRevisions(actor, id, searchParams.get("after"));
  return { certification, history, timeZone: actor.timeZone, administering: may(actor, "admin") };
}

const choice = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("choose") }),
  z.object({ intent: z.literal("leave-off"), run: z.string() }),
]);

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = args.params.certification!;
  return submitForm(await readFields(args.request), choice, async (input) => {
    if (input.intent === "choose") await chooseCertification(actor, id);
    else await endAskedCycle(actor, input.run, "");
    return redirect(`/certifications/${id}`);
  });
}

export default function Certification() {
  const { certification, history, timeZone, administering } = useLoaderData<typeof loader>();
  const { title, summary, own, awardId, chosen, mayChoose, earnable, duties } = certification;
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={title}
      lead={summary}
      breadcrumbs={[{ label: "Certificates", to: "/certificates" }]}
      actions={
        <>
          {mayChoose ? (
            <Form method="post">
              <Button name="intent" value="choose">
                Work towards it
              </Button>
            </Form>
          ) : null}
          {awardId ? (
            <ButtonLink to={`/certificates/${awardId}`} variant="secondary">
              Your certificate
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <FormErrors errors={refused?.error?.[""]} title="That could not be done" />
      {chosen ? (
        <Notice
          kind="info"
          title="You are working towards it"
          action={
            <Form method="post">
              <input type="hidden" name="run" value={chosen} />
              <Button variant="secondary" name="intent" value="leave-off">
                Leave it off
              </Button>
            </Form>
          }
        >
          By your own choice. What there is to do is on your home page too, and what you do counts either way.
        </Notice>
      ) : null}
      {earnable ? (
        <Section title="What there is to do">
          <OwedList owed={[own]} timeZone={timeZone} />
        </Section>
      ) : null}
      <ProgrammeFacts certification={certification} timeZone={timeZone} />
      {duties.length > 0 ? (
        <Section title="Who needs it">
          <ul className="divide-y divide-line border-y border-line">
            {duties.map((duty) => (
              <li key={duty.id} className="py-3">
                <span className="font-medium">{duty.title}</span>
                <span className="text-sm text-muted"> {duty.jobRole}</span>
                <p className="text-sm text-muted">{duty.why}</p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {history ? <RulesOverTime history={history} timeZone={timeZone} linked={administering} /> : null}
    </Page>
  );
}
