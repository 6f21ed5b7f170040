import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { findAssessment } from "~/features/assessments/sitting/assessment-queries.server";
import { PastAttempts } from "~/features/assessments/sitting/past-attempts";
import { count, languageName, percent } from "~/features/assessments/scoring/score-words";
import { attemptRule, StandingBadge, StandingWords } from "~/features/assessments/sitting/standing-words";
import { startAttempt } from "~/features/assessments/sitting/start-attempt.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { Conflict } from "~/platform/errors";
import { Button, ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.assessment.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return { assessment: await findAssessment(actor, args.params.assessment!), timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  try {
    const { attemptId } = await startAttempt(actor, { assessmentSlug: args.params.assessment! });
    return redirect(`/attempts/${attemptId}`);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return data({ message: error.message }, { status: 409 });
  }
}

export default function AssessmentPage() {
  const { assessment, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const starting = useNavigation().state !== "idle";
  const { standing, questions, minutes, passMark, max, waitHours, renewDays, sections, attempts } =
    assessment;
  return (
    <Page
      title={assessment.title}
      lead={assessment.summary}
      badge={<StandingBadge standing={standing} />}
      breadcrumbs={[{ label: "Tests", to: "/assessments" }]}
    >
      {refused ? (
        <Notice kind="warning" title="The test did not start">
          {refused.message}
        </Notice>
      ) : null}
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-8">
          <Section title="Before you start">
            <ul className="grid max-w-[40rem] list-disc gap-1.5 pl-5">
              <li>
                The clock starts when you press the button and runs for {count(minutes, "minute")}, also while
                the page is closed.
              </li>
              <li>
                Every answer is saved as you give it. You can go back and change answers until you submit.
              </li>
              <li>When time is up, the test is submitted with what was saved by then.</li>
              <li>
                Each question is worth one point; questions with several right answers can earn part of it.
              </li>
            </ul>
            {standing.open ? (
              <div className="flex flex-wrap items-center gap-4">
                <ButtonLink to={`/attempts/${standing.open.attemptId}`} size="large">
                  Continue the test
                </ButtonLink>
                <p className="text-sm text-muted">
                  Time ends at{" "}
                  <DateTime value={standing.open.deadlineAt} timeZone={timeZone} format="datetime" />.
                </p>
              </div>
            ) : standing.nextAt ? null : (
              <Form method="post">
                <Button
                  size="large"
                  variant={standing.state === "passed" ? "secondary" : "primary"}
                  disabled={starting}
                >
                  {standing.state === "not-started" ? "Start the test" : "Start a new attempt"}
                </Button>
              </Form>
            )}
          </Section>
          <Section title="Trying again">
            <p className="max-w-[40rem]">
              {attemptRule({ max, waitHours, renewDays })} A new attempt draws other questions first.
            </p>
            <p className="max-w-[40rem] font-medium">
              <StandingWords standing={standing} timeZone={timeZone} />
            </p>
          </Section>
          {attempts.length > 0 ? (
            <Section title="Your attempts">
              <PastAttempts attempts={attempts} timeZone={timeZone} />
            </Section>
          ) : null}
        </div>
        <aside aria-label="About this test" className="grid content-start gap-6">
          <Facts
            items={[
              { label: "Questions", value: questions },
              { label: "Time", value: count(minutes, "minute") },
              { label: "To pass", value: `${percent(passMark)} of the points` },
              { label: "Language", value: languageName(assessment.language) },
            ]}
          />
          <div>
            <h2 className="text-sm text-muted">What it asks</h2>
            <ul className="mt-1 grid gap-1">
              {sections.map(({ title, draw }) => (
                <li key={title} className="flex justify-between gap-4">
                  <span>{title}</span>
                  <span className="shrink-0 text-muted tabular-nums">{draw}</span>
                </li>
              ))}
            </ul>
          </div>
        </aside>
      </div>
    </Page>
  );
}
