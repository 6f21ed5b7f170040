import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listAssessments } from "~/features/assessments/sitting/assessment-queries.server";
import { count, markPercent, percent } from "~/features/assessments/scoring/score-words";
import { StandingBadge, StandingWords } from "~/features/assessments/sitting/standing-words";
import { requireActor } from "~/features/auth/require-actor.server";
import { OwedTestList } from "~/features/certifications/owed-test-list";
import { owedTests } from "~/features/certifications/owed-tests.server";
import { EmptyState } from "~/ui/empty-state";
import { Page, Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Tests · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const after = new URL(args.request.url).searchParams.get("after") ?? undefined;
  const [list, owed] = await Promise.all([
    listAssessments(actor, { after }),
    after === undefined ? owedTests(actor) : [],
  ]);
  return { ...list, owed, timeZone: actor.timeZone };
}

export default function AssessmentsPage() {
  const { assessments, owed, next, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Tests"
      lead="Sit a test when you have taken its course. Each page says what it asks before the clock starts."
    >
      {owed.length > 0 ? (
        <Section title="Asked of you now" description="The most urgent first, with what each is needed for.">
          <OwedTestList tests={owed} timeZone={timeZone} />
        </Section>
      ) : null}
      <Section title="All tests" titleHidden={owed.length === 0}>
        {assessments.length === 0 ? (
          <EmptyState title="No test for you yet">
            Tests for your job role and region appear here. Until then, the courses are where to start.
          </EmptyState>
        ) : (
          <ul className="grid gap-0 border-b border-line">
            {assessments.map(({ slug, title, summary, questions, minutes, passMark, standing }) => (
              <li
                key={slug}
                className="grid gap-x-8 gap-y-2 border-t border-line py-5 md:grid-cols-[minmax(0,1fr)_17rem]"
              >
                <div className="min-w-0">
                  <h3 className="font-semibold">
                    <Link
                      to={`/assessments/${slug}`}
                      className="inline-flex min-h-6 items-center text-accent hover:underline"
                    >
                      {title}
                    </Link>
                  </h3>
                  <p className="mt-1 max-w-[40rem] text-muted">{summary}</p>
                  <p className="mt-1.5 text-sm text-muted">
                    {count(questions, "question")} · {count(minutes, "minute")} · {markPercent(passMark)} to
                    pass
                  </p>
                </div>
                <div className="grid content-start gap-1 text-sm">
                  <p className="flex items-center gap-2">
                    <StandingBadge standing={standing} />
                    {standing.last ? (
                      <Link to={`/attempts/${standing.last.attemptId}/result`} className="link tabular-nums">
                        {standing.last.score === null ? "Submitted" : percent(standing.last.score)}
                        <span className="sr-only"> in the last attempt at {title}</span>
                      </Link>
                    ) : null}
                  </p>
                  <p className="text-muted">
                    <StandingWords standing={standing} timeZone={timeZone} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Pager next={next ? `/assessments?after=${next}` : null} />
    </Page>
  );
}
