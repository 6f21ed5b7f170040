import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { AwardTimelineList } from "~/features/certifications/award-timeline-list";
import { OwedList } from "~/features/certifications/owed-list";
import { StatusBadge, StatusDate } from "~/features/certifications/status-date";
import { teamMemberPage } from "~/features/certifications/team-queries.server";
import { EmptyState } from "~/ui/empty-state";
import { Page, Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.person.name} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  return { ...(await teamMemberPage(actor, args.params.person!)), timeZone: actor.timeZone };
}

export default function TeamMember() {
  const { person, states, owed, timeline, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page title={person.name} lead={person.teamName} breadcrumbs={[{ label: "Team", to: "/team" }]}>
      {owed.length > 0 ? (
        <Section title="Due">
          <OwedList owed={owed} timeZone={timeZone} own={false} />
        </Section>
      ) : null}
      <Section title="Certifications">
        {states.length > 0 ? (
          <Table caption={`Certifications of ${person.name}`} captionHidden>
            <thead>
              <tr>
                <Th>Certification</Th>
                <Th>State</Th>
                <Th>Date</Th>
                <Th>Needed for</Th>
              </tr>
            </thead>
            <tbody>
              {states.map(({ certificationId, title, awardId, duties, date, ...state }) => (
                <tr key={certificationId}>
                  <Th scope="row">
                    {awardId ? (
                      <Link to={`/certificates/${awardId}`} className="link">
                        {title}
                      </Link>
                    ) : (
                      title
                    )}
                  </Th>
                  <Td>
                    <StatusBadge {...state} />
                  </Td>
                  <Td>
                    <StatusDate {...state} date={date} timeZone={timeZone} />
                  </Td>
                  <Td>{duties.join(", ") || "Not required by the job role"}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        ) : (
          <EmptyState title="Nothing is required of this person">
            Their job role asks for no certification, and they have earned none yet.
          </EmptyState>
        )}
      </Section>
      {timeline.length > 0 ? (
        <Section title="History">
          <AwardTimelineList
            label={`Certificates of ${person.name}`}
            timeline={timeline}
            timeZone={timeZone}
          />
        </Section>
      ) : null}
    </Page>
  );
}
