import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { personAction } from "~/features/auth/person-action.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { AwardTimelineList } from "~/features/certifications/award-timeline-list";
import { personAwards } from "~/features/certifications/person-awards.server";
import { AssignForm } from "~/features/people/assign-form";
import { dayInWords, dayOf, lastDayOf } from "~/features/people/calendar";
import { HeldTable } from "~/features/people/held-table";
import { PersonActions } from "~/features/people/person-actions";
import { PersonForm } from "~/features/people/person-form";
import { findPerson, personHistory } from "~/features/people/person-queries.server";
import { PersonTimeline } from "~/features/people/person-timeline";
import { now } from "~/platform/clock.server";
import { readFields } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? "Person"} · Attest` },
];

const DONE: Record<string, string> = {
  added:
    "The person is added, and the invitation is on its way. Give them their job role, team and access next.",
  edited: "Saved.",
  assigned: "Given.",
  ended: "Ended.",
  left: "Marked as a leaver.",
  returned: "The return is recorded. Give them their job role, team and access next.",
  stays:
    "The leaving is taken back. What it would have ended goes on; what was changed since then is left as it is.",
  "link-sent": "The link is on its way.",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const { searchParams } = new URL(args.request.url);
  const personId = args.params.person ?? "";
  const [person, awards, history] = await Promise.all([
    findPerson(actor, personId),
    personAwards(actor, personId),
    personHistory(actor, personId, searchParams.get("before")),
  ]);
  return {
    person,
    own: personId === actor.personId,
    awards,
    history,
    timeZone: actor.timeZone,
    today: dayOf(now(), actor.timeZone),
    lastDay: person.leftAt ? dayInWords(lastDayOf(person.leftAt, actor.timeZone)) : null,
    open: searchParams.get("open"),
    ending: person.assignments.find(({ id }) => id === searchParams.get("assignment")) ?? null,
    done: whatWasDone(args.request, DONE),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "admin");
  return personAction(actor, args.params.person ?? "", await readFields(args.request));
}

export default function Person() {
  const { person, own, awards, history, timeZone, today, lastDay, open, ending, done } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const here = `/admin/people/${person.id}`;
  const held = person.assignments.filter(({ state }) => state !== "before");
  const before = person.assignments.filter(({ state }) => state === "before");
  return (
    <Page
      title={person.name}
      breadcrumbs={[{ label: "People", to: "/admin/people" }]}
      lead={`${person.email} · ${person.employeeNumber}`}
      badge={
        person.hasLeft ? (
          <StateBadge state="left" />
        ) : person.invited ? (
          <StateBadge state="not-started" label="Invited" />
        ) : null
      }
      actions={
        <>
          <ButtonLink to={`${here}/accommodations`} variant="secondary">
            Time and attempts in tests
          </ButtonLink>
          <PersonActions
            here={here}
            left={person.leftAt !== null}
            hasLeft={person.hasLeft}
            invited={person.invited}
          />
        </>
      }
    >
      {done && !lastResult ? <Notice kind="success">{done}</Notice> : null}
      {lastDay ? <Notice kind="info" title={`Last day: ${lastDay}`} /> : null}
      <PersonForm person={person} open={open} ending={ending} today={today} lastResult={lastResult} />
      <Section title="Holds">
        {held.length > 0 ? (
          <HeldTable caption="What the person holds" rows={held} timeZone={timeZone} endAt={here} />
        ) : (
          <EmptyState title="Nothing yet">
            Give the person a job role, and what it requires of them follows.
          </EmptyState>
        )}
        {before.length > 0 ? (
          <details>
            <summary className="min-h-6 cursor-pointer text-sm text-accent">
              Held before ({before.length})
            </summary>
            <div className="mt-3">
              <HeldTable caption="What the person held before" rows={before} timeZone={timeZone} />
            </div>
          </details>
        ) : null}
      </Section>
      {person.hasLeft ? null : (
        <Section
          title="Give"
          description="A job role, a team or access, from a day on. What was held before stays in the history."
        >
          <AssignForm
            key={history.entries[0]?.id}
            names={person.names}
            today={today}
            lastResult={lastResult}
          />
        </Section>
      )}
      <Section
        title="Certificates"
        description="Open one to see its evidence, or to revoke it."
        actions={
          own || person.hasLeft ? null : (
            <Link to={`/team/${person.id}/certifications`} className="link text-sm">
              Ask for a certification
            </Link>
          )
        }
      >
        {awards.length > 0 ? (
          <AwardTimelineList label="Certificates" timeline={awards} timeZone={timeZone} />
        ) : (
          <p className="text-sm text-muted">None yet.</p>
        )}
      </Section>
      <Section title="History">
        <PersonTimeline entries={history.entries} timeZone={timeZone} />
        <Pager next={history.next ? `${here}?before=${history.next}` : null} />
      </Section>
    </Page>
  );
}
