import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import {
  askForCertification,
  endAskedCycle,
} from "~/features/certifications/cycles/ask-for-certification.server";
import { AskForm } from "~/features/certifications/cycles/ask-form";
import { askedForm } from "~/features/certifications/cycles/asked-form";
import { askedPage } from "~/features/certifications/cycles/asked-queries.server";
import { OpenRuns, PastRuns } from "~/features/certifications/cycles/asked-runs";
import { requireStaff } from "~/features/certifications/cycles/require-staff.server";
import { dayOf, endOfDay } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Asked of ${data.person.name} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const page = await askedPage(actor, args.params.person!);
  const { timeZone } = actor;
  const done = whatWasDone(args.request, {
    ask: `It is asked for, and ${page.person.name} has been told.`,
    "take-back": `It is taken back, and ${page.person.name} has been told.`,
  });
  return { ...page, done, timeZone, today: dayOf(now(), timeZone) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const personId = args.params.person!;
  await requireStaff(actor, personId);
  return submitForm(await readFields(args.request), askedForm, async (input) => {
    if (input.intent === "take-back") await endAskedCycle(actor, input.cycle, input.reason);
    else {
      const { certificationId, reason } = input;
      const dueAt = endOfDay(input.due, actor.timeZone);
      await askForCertification(actor, { personId, certificationId, dueAt, reason });
    }
    return redirect(`/team/${personId}/certifications?done=${input.intent}`);
  });
}

export default function AskedCertifications() {
  const { person, manager, open, past, askable, done, timeZone, today } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <Page
      title={`Asked of ${person.name}`}
      lead="Certifications to be earned once by a day that you name. What the job role requires is asked for by itself: ask for it here only to have it sooner."
      width="text"
      breadcrumbs={
        manager
          ? [
              { label: "Team", to: "/team" },
              { label: person.name, to: `/team/${person.id}` },
            ]
          : [
              { label: "People", to: "/admin/people" },
              { label: person.name, to: `/admin/people/${person.id}` },
            ]
      }
    >
      {done && !lastResult ? <Notice kind="success">{done}</Notice> : null}
      <Section title="Asked for now">
        {open.length > 0 ? (
          <OpenRuns runs={open} timeZone={timeZone} lastResult={lastResult} />
        ) : (
          <EmptyState title="Nothing is asked for at the moment">
            What the job role requires is on the person&rsquo;s page, with its own date.
          </EmptyState>
        )}
      </Section>
      <Section title="Ask for a certification">
        {askable.length > 0 ? (
          /* Once something was asked for, the form begins anew. */
          <AskForm
            key={open.length + past.length}
            askable={askable}
            today={today}
            lastResult={lastResult?.initialValue?.intent === "ask" ? lastResult : undefined}
          />
        ) : (
          <EmptyState title="There is nothing to ask for">
            Every certification is held, or asked for already. One that is held can be asked for again when
            its renewal opens.
          </EmptyState>
        )}
      </Section>
      {past.length > 0 ? (
        <Section title="Earlier">
          <PastRuns runs={past} timeZone={timeZone} />
        </Section>
      ) : null}
    </Page>
  );
}
