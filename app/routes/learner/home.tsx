import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { anyWork, WorkWaitingLinks } from "~/features/assessments/waiting/work-waiting";
import { requireActor } from "~/features/auth/require-actor.server";
import { CertificateList } from "~/features/certifications/certificate-list";
import { listCertifications } from "~/features/certifications/certification-queries.server";
import { CertifiedOnForm } from "~/features/certifications/certified-on-form";
import { DecisionsWaiting } from "~/features/certifications/decisions/decisions-waiting";
import { externalsWaiting } from "~/features/certifications/external/external-queue.server";
import { ExternalsWaiting } from "~/features/certifications/external/externals-waiting";
import { homePage } from "~/features/certifications/home-queries.server";
import { homeWords } from "~/features/certifications/home-words";
import { NextStep } from "~/features/certifications/next-step";
import { OwedList } from "~/features/certifications/owed-list";
import { homeWork } from "~/features/certifications/sign-offs/home-work.server";
import { anySignOffs, SignOffsWaiting } from "~/features/certifications/sign-offs/sign-offs-waiting";
import { TeamSummary } from "~/features/certifications/team-summary";
import { may } from "~/features/people/actor";
import { dayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { ButtonLink } from "~/ui/button";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Home · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const [page, work, toCheck, certifications] = await Promise.all([
    homePage(actor),
    homeWork(actor),
    externalsWaiting(actor),
    may(actor, "auditor") ? listCertifications() : null,
  ]);
  const { timeZone, name } = actor;
  return { ...page, work, toCheck, certifications, timeZone, name, today: dayOf(now(), timeZone) };
}

export default function Home() {
  const { owed, chosen, next, recent, required, team, work, toCheck, certifications, timeZone, today } =
    useLoaderData<typeof loader>();
  const { title, lead } = homeWords({
    owed: owed.length,
    required,
    uncovered: owed.some((each) => each.uncovered),
    auditing: certifications !== null,
    managing: team !== null,
  });
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        owed.length === 0 && !certifications && !team ? (
          <ButtonLink to="/courses" variant="secondary">
            Look through the courses
          </ButtonLink>
        ) : null
      }
    >
      {next ? <NextStep step={next} timeZone={timeZone} /> : null}
      {owed.length > 0 ? (
        <Section title="What is due">
          <OwedList owed={owed} timeZone={timeZone} />
        </Section>
      ) : null}
      {chosen.length > 0 ? (
        <Section title="By your own choice">
          <OwedList owed={chosen} timeZone={timeZone} />
        </Section>
      ) : null}
      {anySignOffs(work) ? (
        <Section title="Sign-offs that wait for you">
          <SignOffsWaiting work={work} />
        </Section>
      ) : null}
      {anyWork(work) ? (
        <Section title="Tests that wait for you">
          <WorkWaitingLinks work={work} />
        </Section>
      ) : null}
      {work.decisions > 0 ? (
        <Section title="Decisions that wait for you">
          <DecisionsWaiting count={work.decisions} />
        </Section>
      ) : null}
      {toCheck ? (
        <Section title="Sent in by your people">
          <ExternalsWaiting count={toCheck} />
        </Section>
      ) : null}
      {team ? <TeamSummary coverage={team} /> : null}
      {certifications ? (
        <Section
          title={required > 0 ? "Who was certified for what, and when?" : "Ask the records"}
          description="On any day, for any certification, with the evidence it rested on."
        >
          <CertifiedOnForm certifications={certifications} today={today} />
        </Section>
      ) : null}
      {recent.length > 0 ? (
        <Section
          title="Your certificates"
          actions={
            <Link to="/certificates" className="link text-sm">
              All of them
            </Link>
          }
        >
          <CertificateList certificates={recent} timeZone={timeZone} />
        </Section>
      ) : null}
    </Page>
  );
}
