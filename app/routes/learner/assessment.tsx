import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { findAssessment } from "~/features/assessments/sitting/assessment-queries.server";
import { BeforeYouStart } from "~/features/assessments/sitting/before-you-start";
import { PastAttempts } from "~/features/assessments/sitting/past-attempts";
import { count, languageName, markPercent, percent } from "~/features/assessments/scoring/score-words";
import { attemptRule, StandingBadge, StandingWords } from "~/features/assessments/sitting/standing-words";
import { StartForm } from "~/features/assessments/sitting/start-form";
import { startAttempt } from "~/features/assessments/sitting/start-attempt.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { besideTest } from "~/features/certifications/certifications-asking.server";
import { CountsTowards } from "~/features/certifications/counts-towards";
import { CoursesBeside } from "~/features/certifications/courses-beside";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.assessment.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const assessment = await findAssessment(actor, args.params.assessment!);
  return { assessment, ...(await besideTest(actor, assessment.slug)), timeZone: actor.timeZone };
}

const startFields = z.object({
  declared: z.literal("on").optional(),
  code: z.string().max(20).optional(),
});

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = await readFields(args.request);
  const assessmentSlug = args.params.assessment!;
  return submitForm(form, startFields, async ({ declared, code = "" }) => {
    const input = { assessmentSlug, declared: declared === "on", code };
    const { attemptId } = await startAttempt(actor, input);
    return redirect(`/attempts/${attemptId}`);
  });
}

export default function AssessmentPage() {
  const { assessment, courses, certifications, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const starting = useNavigation().state !== "idle";
  const { standing, questions, minutes, extraMinutes, passMark, clausePassMark, sections, attempts } =
    assessment;
  const unread = standing.state === "passed" ? [] : courses.filter(({ state }) => state !== "completed");
  return (
    <Page
      title={assessment.title}
      lead={assessment.summary}
      badge={<StandingBadge standing={standing} />}
      breadcrumbs={[{ label: "Tests", to: "/assessments" }]}
    >
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-8">
          <Section title="Before you start">
            <BeforeYouStart assessment={assessment} timeZone={timeZone} />
            {unread.length > 0 && standing.mayStart && !standing.open ? (
              <Notice
                kind="info"
                title={`You have not finished ${courses.length === 1 ? "the course that goes" : "all courses that go"} with this test`}
              >
                <p className="mb-2">You can start all the same.</p>
                <CoursesBeside courses={unread} />
              </Notice>
            ) : null}
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
            ) : standing.mayStart ? (
              <StartForm assessment={assessment} busy={starting} errors={refused?.error ?? {}} />
            ) : null}
          </Section>
          <Section title="Trying again">
            <p className="max-w-[40rem]">
              {attemptRule(assessment)} A new attempt draws other questions first.
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
              { label: "Time", value: count(minutes + extraMinutes, "minute") },
              { label: "To pass", value: `${markPercent(passMark)} of the points` },
              ...(clausePassMark === null
                ? []
                : [{ label: "In every clause", value: `${markPercent(clausePassMark)} or more` }]),
              { label: "Language", value: languageName(assessment.language) },
            ]}
          />
          <div>
            <h2 className="text-sm text-muted">What it asks</h2>
            <ul className="mt-1 grid gap-1">
              {sections.map(({ title, draw, passMark: own }) => (
                <li key={title} className="flex justify-between gap-4">
                  <span>
                    {title}
                    {own === null ? null : (
                      <span className="block text-sm text-muted">{percent(own)} needed here</span>
                    )}
                  </span>
                  <span className="shrink-0 text-muted tabular-nums">{draw}</span>
                </li>
              ))}
            </ul>
          </div>
          <CoursesBeside courses={courses} title="Goes with" />
          <CountsTowards certifications={certifications} />
        </aside>
      </div>
    </Page>
  );
}
