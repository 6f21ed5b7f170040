import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { grantAttempts } from "~/features/assessments/grants/grant-attempts.server";
import { grantForm } from "~/features/assessments/grants/grant-form";
import { UsedUpTests } from "~/features/assessments/grants/used-up-tests";
import { usedUpTests } from "~/features/assessments/grants/used-up-tests.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { AwardTimelineList } from "~/features/certifications/award-timeline-list";
import { OwedList } from "~/features/certifications/owed-list";
import { StepProofList } from "~/features/certifications/step-proof-list";
import { StatusBadge, StatusDate } from "~/features/certifications/status-date";
import { teamMemberPage } from "~/features/certifications/team-queries.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.person.name} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const personId = args.params.person!;
  const page = await teamMemberPage(actor, personId);
  return {
    ...page,
    self: personId === actor.personId,
    usedUp: personId === actor.personId ? [] : await usedUpTests(actor, personId),
    granted: new URL(args.request.url).searchParams.get("done") === "attempts",
    timeZone: actor.timeZone,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const personId = args.params.person!;
  return submitForm(await readFields(args.request), grantForm, async ({ assessmentId, reason }) => {
    await grantAttempts(actor, { personId, assessmentId, reason });
    return redirect(`/team/${personId}?done=attempts`);
  });
}

export default function TeamMember() {
  const { person, self, states, owed, proofs, timeline, usedUp, granted, timeZone } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <Page
      title={person.name}
      lead={person.teamName}
      breadcrumbs={[{ label: "Team", to: "/team" }]}
      actions={
        self ? null : (
          <>
            <ButtonLink to={`/team/${person.id}/certifications`} variant="secondary">
              Ask for a certification
            </ButtonLink>
            <ButtonLink to={`/sign-offs/new?person=${person.id}`} variant="secondary">
              Sign off at work
            </ButtonLink>
          </>
        )
      }
    >
      {granted && !lastResult ? (
        <Notice kind="success">A fresh set of attempts is granted, and can be started now.</Notice>
      ) : null}
      {owed.length > 0 ? (
        <Section title="Due">
          <OwedList owed={owed} timeZone={timeZone} own={false} />
        </Section>
      ) : null}
      <UsedUpTests tests={usedUp} timeZone={timeZone} lastResult={lastResult} />
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
      {proofs.length > 0 ? (
        <Section
          title="Accepted and sent in"
          description="Statements, and certificates that somebody else issued."
        >
          <StepProofList proofs={proofs} timeZone={timeZone} />
        </Section>
      ) : null}
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
