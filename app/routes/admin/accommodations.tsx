import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accommodationAction } from "~/features/assessments/accommodations/accommodation-action.server";
import { accommodationsPage } from "~/features/assessments/accommodations/accommodation-queries.server";
import { AccommodationTable } from "~/features/assessments/accommodations/accommodation-table";
import { EndAccommodationForm } from "~/features/assessments/accommodations/end-accommodation-form";
import { GrantAccommodationForm } from "~/features/assessments/accommodations/grant-accommodation-form";
import { UsedUpTests } from "~/features/assessments/grants/used-up-tests";
import { usedUpTests } from "~/features/assessments/grants/used-up-tests.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { dayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { readFields } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Time and attempts in tests · ${data.person.name} · Attest` : "Attest" },
];

const DONE: Record<string, string> = {
  granted: "Granted. It counts for tests that are started from then on.",
  ended: "Ended. A test that is under way keeps its time.",
  attempts: "A fresh set of attempts is granted, and can be started now.",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const { searchParams } = new URL(args.request.url);
  const { person, rows } = await accommodationsPage(actor, args.params.person ?? "");
  return {
    person,
    own: person.id === actor.personId,
    rows,
    usedUp: person.hasLeft || person.id === actor.personId ? [] : await usedUpTests(actor, person.id),
    ending: rows.find(({ id, state }) => id === searchParams.get("end") && state !== "before") ?? null,
    done: whatWasDone(args.request, DONE),
    timeZone: actor.timeZone,
    today: dayOf(now(), actor.timeZone),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "admin");
  return accommodationAction(actor, args.params.person ?? "", await readFields(args.request));
}

export default function Accommodations() {
  const { person, own, rows, usedUp, ending, done, timeZone, today } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const here = `/admin/people/${person.id}/accommodations`;
  const held = rows.filter(({ state }) => state !== "before");
  const before = rows.filter(({ state }) => state === "before");
  return (
    <Page
      title="Time and attempts in tests"
      lead={`More time for ${person.name}, for instance because of a disability. It is added to every test that is started while it holds. Once somebody has used up the attempts at a test, a fresh set can be granted here.`}
      breadcrumbs={[
        { label: "People", to: "/admin/people" },
        { label: person.name, to: `/admin/people/${person.id}` },
      ]}
    >
      {done && !lastResult ? <Notice kind="success">{done}</Notice> : null}
      <UsedUpTests tests={usedUp} timeZone={timeZone} lastResult={lastResult} />
      {ending ? (
        <Section id="change" title="End it">
          <EndAccommodationForm
            key={ending.id}
            accommodationId={ending.id}
            today={today}
            back={here}
            lastResult={lastResult}
          />
        </Section>
      ) : null}
      <Section title="More time that is granted">
        {held.length > 0 ? (
          <AccommodationTable caption="More time that holds" rows={held} timeZone={timeZone} endAt={here} />
        ) : (
          <EmptyState title="The usual time">
            Tests give this person the time that they give everyone.
          </EmptyState>
        )}
        {before.length > 0 ? (
          <details>
            <summary className="min-h-6 cursor-pointer text-sm text-accent">
              Held before ({before.length})
            </summary>
            <div className="mt-3">
              <AccommodationTable caption="More time that held before" rows={before} timeZone={timeZone} />
            </div>
          </details>
        ) : null}
      </Section>
      {person.hasLeft || own || ending ? null : (
        <Section
          title="Grant more time"
          description="One thing holds at a time: what was granted before gives way for these days and stays in the history."
        >
          <GrantAccommodationForm key={rows[0]?.id} today={today} lastResult={lastResult} />
        </Section>
      )}
    </Page>
  );
}
