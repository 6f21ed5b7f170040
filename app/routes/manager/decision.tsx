import { getFormProps, useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import {
  grantByDecision,
  refuseByDecision,
  requireDecider,
} from "~/features/certifications/decisions/decide-award.server";
import { decisionForm } from "~/features/certifications/decisions/decision-form";
import { decisionPage } from "~/features/certifications/decisions/decision-queries.server";
import { EvidenceList } from "~/features/certifications/evidence-list";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.decision.title} for ${data.decision.personName} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return { decision: await decisionPage(actor, args.params.decision!), timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = args.params.decision!;
  await requireDecider(actor, id);
  return submitForm(await readFields(args.request), decisionForm, async (input) => {
    if (input.intent === "grant") await grantByDecision(actor, id);
    else await refuseByDecision(actor, id, input.reason);
    return redirect(`/decisions/${id}`);
  });
}

export default function Decision() {
  const { decision, timeZone } = useLoaderData<typeof loader>();
  const { personName, title, edition, state, involved, hasLeft, mayDecide } = decision;
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ reason: string }>({ id: "refuse", lastResult });
  return (
    <Page
      title={`${title} for ${personName}`}
      width="text"
      breadcrumbs={[{ label: "Decisions", to: "/decisions" }]}
    >
      {state === "superseded" ? (
        <Notice kind="info" title="There is nothing to decide here any more">
          On <DateTime value={decision.decidedAt!} timeZone={timeZone} /> newer evidence took its place, or
          what it rests on counted no longer. What counts instead is put to decision by itself.
        </Notice>
      ) : state === "open" ? null : (
        <Notice
          kind={state === "granted" ? "success" : "warning"}
          title={state === "granted" ? "It was awarded" : "It was not awarded"}
        >
          By {decision.decidedBy} on <DateTime value={decision.decidedAt!} timeZone={timeZone} />.
          {decision.reason ? ` The reason: ${decision.reason}` : null}
        </Notice>
      )}
      <Facts
        items={[
          { label: "Certification", value: `${title}, edition ${edition}` },
          { label: "Earned", value: <DateTime value={decision.askedAt} timeZone={timeZone} /> },
          {
            label: "Trained or examined",
            value: involved.length > 0 ? involved.join(", ") : "Nobody in person",
          },
        ]}
      />
      <Section title="What it rests on">
        <EvidenceList evidence={decision.evidence} linked={decision.auditing} timeZone={timeZone} />
      </Section>
      {state === "open" && hasLeft ? (
        <Notice kind="info" title={`${personName} has left`}>
          Nothing is decided about somebody who has left. It waits here in case they return.
        </Notice>
      ) : state === "open" && !mayDecide ? (
        <Notice kind="info" title="Somebody else decides">
          You trained or examined {personName}, so another administrator or manager of the team decides.
        </Notice>
      ) : null}
      {mayDecide ? (
        <Section title="Your decision">
          <FormErrors form={form} title="Nothing was decided" />
          <Form method="post">
            <Button name="intent" value="grant">
              Award the certificate
            </Button>
          </Form>
          <details className="mt-2" open={lastResult !== undefined}>
            <summary className="link w-fit cursor-pointer text-sm">Do not award it</summary>
            <Form method="post" className="mt-3 grid max-w-lg gap-4" {...getFormProps(form)}>
              <input type="hidden" name="intent" value="refuse" />
              <TextArea
                label="Reason"
                rows={3}
                field={fields.reason}
                hint="The person and auditors read it. What they do anew is put to decision again."
              />
              <Button variant="secondary">Do not award it</Button>
            </Form>
          </details>
        </Section>
      ) : null}
    </Page>
  );
}
