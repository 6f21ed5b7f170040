import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { requireActor } from "~/features/auth/require-actor.server";
import { dayOf } from "~/features/people/calendar";
import { organisationAction } from "~/features/people/organisation-action.server";
import { listOrganisation } from "~/features/people/organisation-queries.server";
import { RegionTeams } from "~/features/people/region-teams";
import { CreateTeamForm, GiveManagerForm, RenameTeamForm } from "~/features/people/team-forms";
import { now } from "~/platform/clock.server";
import { readFields } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Organisation · Attest" }];

const DONE: Record<string, string> = {
  created: "The team is created. Give it a manager, and give people the team on their pages.",
  renamed: "The team is renamed. Records keep the name it had.",
  manager: "The team has a new manager. End the former one on their own page.",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const { searchParams } = new URL(args.request.url);
  const regions = await listOrganisation(actor);
  return {
    regions,
    today: dayOf(now(), actor.timeZone),
    open: searchParams.get("open"),
    team: regions.flatMap(({ teams }) => teams).find(({ id }) => id === searchParams.get("team")) ?? null,
    done: whatWasDone(args.request, DONE),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "admin");
  return organisationAction(actor, await readFields(args.request));
}

export default function Organisation() {
  const { regions, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Organisation"
      lead="Regions come from the company file in the content folder. Teams are kept here."
      actions={
        <ButtonLink to="?open=create#change">
          <Plus aria-hidden />
          Create a team
        </ButtonLink>
      }
    >
      {done ? <Notice kind="success">{done}</Notice> : null}
      <OpenForm />
      {regions.length === 0 ? (
        <EmptyState title="No region yet">
          List the regions in content/company.yaml and run attest content sync; then teams can be created in
          them.
        </EmptyState>
      ) : null}
      {regions.map((region) => (
        <RegionTeams key={region.id} region={region} />
      ))}
    </Page>
  );
}

/** The one form that the address asks for. */
function OpenForm() {
  const { regions, today, open, team } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  if (open === "create")
    return (
      <Section id="change" title="Create a team">
        <CreateTeamForm regions={regions} lastResult={lastResult} />
      </Section>
    );
  if (open === "rename" && team)
    return (
      <Section id="change" title={`Rename ${team.name}`}>
        <RenameTeamForm key={team.id} team={team} lastResult={lastResult} />
      </Section>
    );
  if (open === "manager" && team)
    return (
      <Section id="change" title={`Give ${team.name} a manager`}>
        <GiveManagerForm key={team.id} team={team} today={today} lastResult={lastResult} />
      </Section>
    );
  return null;
}
