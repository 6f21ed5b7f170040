import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { CoverageGaps } from "~/features/certifications/coverage-gaps";
import { CoverageRings } from "~/features/certifications/coverage-rings";
import { TeamHeatMap } from "~/features/certifications/team-heat-map";
import { teamPage } from "~/features/certifications/team-queries.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { SelectField } from "~/ui/field";
import { Page, Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Team · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const query = new URL(args.request.url).searchParams;
  const page = await teamPage(actor, { teamId: query.get("team"), after: query.get("after") });
  return { ...page, later: query.has("after"), timeZone: actor.timeZone };
}

export default function Team() {
  const { teams, teamId, coverage, certifications, people, total, next, later, timeZone } =
    useLoaderData<typeof loader>();
  const gaps = coverage.filter((each) => each.gaps.length > 0);
  const address = (after: string | null) => {
    const query = new URLSearchParams({ ...(teamId ? { team: teamId } : {}), ...(after ? { after } : {}) });
    return `/team?${query}`;
  };
  return (
    <Page
      title="Team"
      width="full"
      lead="What the people in your teams can be relied on for today, by accountability and by certification."
      actions={teams.length > 1 ? <TeamFilter teams={teams} teamId={teamId} /> : null}
    >
      {total === 0 ? (
        <EmptyState title="There is no one here yet">
          People appear here when an administrator has put them into a team that you manage.
        </EmptyState>
      ) : null}
      {later || total === 0 ? null : (
        <>
          <Section
            title="Not covered"
            description={
              gaps.length > 0
                ? "Required, not held, and the time to earn it is over. Until the certificate is there, this work is for someone else."
                : "Everyone holds what their accountabilities require, or still has time to earn it."
            }
          >
            {gaps.length > 0 ? <CoverageGaps coverage={gaps} /> : null}
          </Section>
          {coverage.length > 0 ? (
            <Section
              title="Coverage"
              description="How many people hold everything that an accountability requires."
            >
              <CoverageRings coverage={coverage} />
            </Section>
          ) : null}
        </>
      )}
      {people.length > 0 ? (
        <Section title="People and certifications" description="The least covered first.">
          <TeamHeatMap
            people={people}
            certifications={certifications}
            showTeam={teams.length > 1}
            timeZone={timeZone}
          />
          <Pager
            next={next ? address(next) : null}
            first={later ? address(null) : null}
            summary={`${people.length} of ${total} people`}
          />
        </Section>
      ) : null}
    </Page>
  );
}

function TeamFilter({
  teams,
  teamId,
}: {
  teams: readonly { id: string; name: string }[];
  teamId: string | null;
}) {
  return (
    <Form method="get" className="flex items-end gap-2">
      <SelectField
        label="Team"
        labelHidden
        name="team"
        placeholder="All my teams"
        defaultValue={teamId ?? ""}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button variant="secondary">Show</Button>
    </Form>
  );
}
