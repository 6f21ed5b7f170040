import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findResult } from "~/features/assessments/sitting/attempt-queries.server";
import { appealsCloseAt } from "~/features/assessments/appeals/appeal-rules";
import { QuestionMarks } from "~/features/assessments/marking/question-marks";
import { AttemptScore } from "~/features/assessments/scoring/attempt-score";
import { ResultChanges } from "~/features/assessments/sitting/result-changes";
import { ReviewedQuestionItem } from "~/features/assessments/questions/reviewed-question";
import { StandingWords } from "~/features/assessments/sitting/standing-words";
import { TallyBars } from "~/features/assessments/scoring/tally-bars";
import { count } from "~/features/assessments/scoring/score-words";
import { requireActor } from "~/features/auth/require-actor.server";
import { besideTest } from "~/features/certifications/certifications-asking.server";
import { earnedCertificate } from "~/features/certifications/earned-certificate.server";
import { CoursesBeside } from "~/features/certifications/courses-beside";
import { clauseLabels } from "~/features/standards/standard-queries.server";
import { now } from "~/platform/clock.server";
import { ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Result of ${data.result.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const attemptId = args.params.attempt!;
  const result = await findResult(actor, attemptId);
  if (!result) throw redirect(`/attempts/${attemptId}`);
  const { searchParams } = new URL(args.request.url);
  const labels = await clauseLabels(result.clauses.map((clause) => clause.label));
  return {
    result,
    timeZone: actor.timeZone,
    clauseNames: Object.fromEntries([...labels].map(([key, { label }]) => [key, label])),
    mayAppeal: result.knownAt !== null && appealsCloseAt(result.knownAt) > now(),
    courses: result.passed || result.pending.length > 0 ? [] : (await besideTest(actor, result.slug)).courses,
    earned: await earnedCertificate(actor, searchParams.get("earned")),
    ended: searchParams.get("ended"),
  };
}

export default function AttemptResultPage() {
  const { result, timeZone, clauseNames, mayAppeal, courses, earned, ended } = useLoaderData<typeof loader>();
  const { passed, passMark, pending, sections, clauses, questions, withheld, again, slug, language } = result;
  const marking = pending.length > 0;
  const clauseName = (key: string) => clauseNames[key] ?? key;
  return (
    <Page
      title={result.title}
      badge={<StateBadge state={marking ? "marking" : passed ? "passed" : "failed"} />}
      lead={
        <>
          Attempt {result.number}, submitted on{" "}
          <DateTime value={result.submittedAt} timeZone={timeZone} format="datetime" />.
        </>
      }
      breadcrumbs={[
        { label: "Tests", to: "/assessments" },
        ...(again ? [{ label: result.title, to: `/assessments/${slug}` }] : []),
      ]}
    >
      {result.timeUp ? (
        <Notice kind="warning" title="Time was up">
          The test was submitted with the answers saved by then.
          {ended === "attempt-late" ? " What arrived after the end was not counted." : ""}
        </Notice>
      ) : null}
      {ended === "attempt-submitted" ? (
        <Notice kind="info" title="This test was submitted already">
          It was submitted from another tab or device. A change made after that was not counted.
        </Notice>
      ) : null}
      <ResultChanges {...result} timeZone={timeZone} />
      {marking ? (
        <Notice kind="info" title="Somebody is marking your answers">
          {count(pending.length, "answer")} of this paper {pending.length === 1 ? "is" : "are"} marked by a
          person. Your result comes after that; what the rest has earned is shown below.
        </Notice>
      ) : (
        <AttemptScore {...result} />
      )}
      <Section title="What next">
        {earned ? (
          <Notice
            kind="success"
            title={`You have earned the certificate: ${earned.title}`}
            action={<ButtonLink to={`/certificates/${earned.awardId}`}>See the certificate</ButtonLink>}
          />
        ) : null}
        <p className="max-w-[40rem]">
          {marking
            ? "There is nothing to do until the result is there. You find it here and on the page of the test."
            : passed
              ? "This test is passed and recorded. It counts towards every certification that asks for it."
              : "This attempt did not reach the mark. Read the explanations below and go over what was hard before you try again."}
        </p>
        <CoursesBeside courses={courses} title="Courses that go with this test" />
        {again ? (
          <p className="max-w-[40rem]">
            <StandingWords standing={again.standing} timeZone={timeZone} />
          </p>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {mayAppeal ? (
            <ButtonLink to={`/attempts/${result.attemptId}/appeal`} variant="secondary">
              Appeal against the result
            </ButtonLink>
          ) : null}
          {passed && !earned ? <ButtonLink to="/certificates">Your certificates</ButtonLink> : null}
          {again && !passed && !marking ? (
            <ButtonLink
              to={`/assessments/${slug}`}
              variant={again.standing.mayStart ? "primary" : "secondary"}
            >
              {again.standing.mayStart ? "Try again" : "Rules for trying again"}
            </ButtonLink>
          ) : null}
        </div>
      </Section>
      <Section
        title="By section"
        description="The line marks what is needed: of the section where it has a minimum of its own, or else over the whole test."
      >
        <TallyBars tallies={sections} passMark={passMark} />
      </Section>
      {clauses.length > 0 ? (
        <Section title="By clause">
          <TallyBars tallies={clauses} passMark={passMark} name={clauseName} />
        </Section>
      ) : null}
      <Section title="Your answers">
        {withheld > 0 ? (
          <Notice kind="info">
            {count(withheld, "question")} of this paper {withheld === 1 ? "is" : "are"} in the test you are
            taking now. {withheld === 1 ? "It shows" : "They show"} here again once you have submitted it.
          </Notice>
        ) : null}
        {sections.map((section, index) => (
          <div key={section.label} className="grid gap-5">
            <h3 className="mt-4 font-semibold">{section.label}</h3>
            {questions
              .filter((question) => question.section === index)
              .map((question) => (
                <ReviewedQuestionItem
                  key={question.position}
                  question={question}
                  lang={language}
                  fileAddress={`/attempts/${result.attemptId}/files/${question.position}`}
                >
                  <QuestionMarks result={result} question={question} />
                </ReviewedQuestionItem>
              ))}
          </div>
        ))}
      </Section>
    </Page>
  );
}
