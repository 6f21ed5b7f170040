import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CoverageBehind } from "~/features/audit/duty-coverage/coverage-behind";
import { CoverageForm } from "~/features/audit/duty-coverage/coverage-form";
import { coveragePage } from "~/features/audit/duty-coverage/coverage-page.server";
import {
  coverageSearch,
  type Place,
  readCoverageQuestion,
  type RowCursor,
} from "~/features/audit/duty-coverage/coverage-question";
import { personLink, placeOf, titleOf, trailOf, unitOf } from "~/features/audit/duty-coverage/coverage-words";
import { DutyHeatMap } from "~/features/audit/duty-coverage/duty-heat-map";
import { DutyRings } from "~/features/audit/duty-coverage/duty-rings";
import { byJobRole, JobRoleLinks } from "~/features/audit/duty-coverage/job-role-links";
import { StoppedSection } from "~/features/audit/duty-coverage/stopped-section";
import { asOfInWords } from "~/features/audit/certified-words";
import { requireActor } from "~/features/auth/require-actor.server";
import { now } from "~/platform/clock.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Coverage · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const moment = now();
  const asked = readCoverageQuestion(new URL(args.request.url).searchParams, moment);
  const { scope, answer } = await coveragePage(actor, asked);
  const roles = byJobRole(answer?.duties ?? []);
  const role = roles.find(({ id }) => id === asked.jobRole) ?? roles[0] ?? null;
  const { on, known, jobRole, errors, rowsAfter, cursor } = asked;
  const question = { place: placeOf(scope), on, known, jobRole, errors, rowsAfter, cursor };
  const shown = {
    title: titleOf(scope),
    trail: trailOf(scope),
    unit: unitOf(scope),
    today: moment.toISOString().slice(0, 10),
  };
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return data(
    {
      ...shown,
      toPerson: personLink(actor, scope, on === shown.today && asked.knownNow),
      question,
      answer,
      roles,
      role,
      timeZone: actor.timeZone,
    },
    { status },
  );
}

export default function Coverage() {
  const { title, trail, today, toPerson, question, answer, roles, role, timeZone } =
    useLoaderData<typeof loader>();
  const { on, known, errors } = question;
  const wrong = [...new Set(Object.values(errors).flat())].join(" ");
  const when = wrong ? "" : ` for ${asOfInWords({ on, known, today })}`;
  const address = (place: Place | null) => `/coverage${coverageSearch({ place, on, known })}`;
  return (
    <Page
      title={title}
      lead={`What people can be relied on${when}, by accountability. Days end at midnight UTC, and today is as it is now.`}
      breadcrumbs={trail.map(({ label, place }) => ({ label, to: address(place) }))}
      width="full"
      actions={
        toPerson ? (
          <ButtonLink to={toPerson.to} variant="secondary">
            {toPerson.label}
          </ButtonLink>
        ) : null
      }
    >
      <CoverageForm question={question} />
      {answer?.behind ? <CoverageBehind behind={answer.behind} timeZone={timeZone} /> : null}
      {wrong ? (
        <Notice kind="warning" title="This question cannot be answered as it is">
          {wrong}
        </Notice>
      ) : !answer ? (
        <Notice kind="info" title="Regions and the company are counted by what is known today">
          Set “As known on” to today to see their totals on any day. What was known on an earlier day can be
          seen for a team or a person.
        </Notice>
      ) : role ? (
        <>
          <JobRoleLinks
            roles={roles}
            current={role.id}
            addressOf={(jobRole) =>
              `/coverage${coverageSearch({ ...question, rowsAfter: null, after: null, jobRole })}`
            }
          />
          <Section
            title={role.name}
            description="Met: holds everything that it requires. Due: still has time. Lapsed: the work must stop. Somebody counts once for each accountability."
          >
            <DutyRings duties={role.duties} />
          </Section>
          <HeatMap address={address} />
          <StoppedSection question={question} answer={answer} address={address} />
        </>
      ) : (
        <EmptyState title="Nobody has to hold anything here">
          Job roles require certifications from people, and teams have them as members. Choose another day, or
          see under Organisation who is in the team.
        </EmptyState>
      )}
    </Page>
  );
}

function HeatMap({ address }: { address: (place: Place) => string }) {
  const { question, answer, role, unit } = useLoaderData<typeof loader>();
  if (answer!.rows.length === 0) return null;
  const at = (rowsAfter: RowCursor | null) =>
    `/coverage${coverageSearch({ ...question, rowsAfter, after: question.cursor })}`;
  return (
    <Section
      title={`By ${unit.toLowerCase()}`}
      description="The share that meets it, and how many do not. The colour says how many have lapsed: red for a quarter or more, orange for fewer; yellow where people are due, green where all meet it."
    >
      <DutyHeatMap
        caption={`${unit} by accountability`}
        unit={unit}
        rows={answer!.rows}
        duties={role!.duties}
        addressOf={address}
      />
      <Pager
        label="Pages of rows"
        next={answer!.nextRow && at(answer!.nextRow)}
        first={question.rowsAfter && at(null)}
      />
    </Section>
  );
}
