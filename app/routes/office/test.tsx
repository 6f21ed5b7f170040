import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { TestSettingsLink } from "~/features/assessments/authoring/test-links";
import { analyseTest } from "~/features/assessments/office-tests/analyse-test.server";
import { QuestionTable } from "~/features/assessments/office-tests/question-table";
import { ScoreHistogram } from "~/features/assessments/office-tests/score-histogram";
import { readSort, sortQuestions } from "~/features/assessments/office-tests/sort-questions";
import { TestFigures } from "~/features/assessments/office-tests/test-figures";
import { TestRules } from "~/features/assessments/office-tests/test-rules";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { StateBadge } from "~/ui/state-badge";

const PAGE = 100;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.rules.title ?? "Test"} · Test office · Attest` },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const sort = readSort(searchParams.get("sort"));
  const from = Math.max(0, Math.floor(Number(searchParams.get("from")) || 0));
  const { questions, ...analysis } = await analyseTest(actor, args.params.assessment!);
  const sorted = sortQuestions(questions, sort);
  return {
    ...analysis,
    questions: sorted.slice(from, from + PAGE),
    next: sorted.length > from + PAGE ? from + PAGE : null,
    previous: from > 0 ? Math.max(0, from - PAGE) : null,
    total: sorted.length,
    sort,
    timeZone: actor.timeZone,
  };
}

export default function Test() {
  const {
    slug,
    archived,
    ofStudio,
    rules,
    revision,
    figures,
    questions,
    bins,
    waiting,
    latest,
    enough,
    ...page
  } = useLoaderData<typeof loader>();
  const { sort, next, previous, total, timeZone } = page;
  const address = (from: number | null) =>
    from === null
      ? null
      : `?${new URLSearchParams({ ...(sort ? { sort } : {}), from: `${from}` })}#questions`;
  return (
    <OfficeFrame
      title={rules.title}
      lead={rules.summary}
      actions={ofStudio ? <TestSettingsLink slug={slug} /> : null}
      badge={archived ? <StateBadge state="closed" label="Archived" /> : null}
    >
      <Section title="How it works">
        <TestRules rules={rules} revision={revision} timeZone={timeZone} />
      </Section>
      <Section
        title="How it does its work"
        description="From everyone’s first sitting, because a second one by the same person is no fresh answer."
      >
        {latest === null ? null : (
          <Notice kind="info">The latest {latest.toLocaleString("en")} sittings are shown.</Notice>
        )}
        {waiting > 0 ? (
          <Notice kind="info">
            {waiting === 1
              ? "1 sitting waits to be marked. It is not counted here yet."
              : `${waiting} sittings wait to be marked. They are not counted here yet.`}
          </Notice>
        ) : null}
        {figures.n === 0 ? (
          <EmptyState title="Nobody has finished this test yet">
            When people have sat it, this says how well the test and each of its questions measure.
          </EmptyState>
        ) : (
          <>
            {enough ? null : (
              <Notice kind="warning">
                Fewer than 30 people have sat it. The figures are here, but they say little yet.
              </Notice>
            )}
            <TestFigures figures={figures} />
            <ScoreHistogram bins={bins} passMark={rules.passMark} />
          </>
        )}
      </Section>
      <Section
        id="questions"
        title="Questions"
        description="Right: the share of its points that people get, on average. Tells apart: whether those who do well in the rest do better here, from −1 to 1; below 0.15 it hardly does. With fewer than 30 answers to a question, its figures say little."
        actions={
          <ButtonLink
            variant="secondary"
            size="small"
            reloadDocument
            to={`/test-office/tests/${slug}/analysis.csv`}
          >
            <Download aria-hidden />
            Download as CSV
          </ButtonLink>
        }
      >
        <QuestionTable slug={slug} questions={questions} sort={sort} />
        <Pager
          next={address(next)}
          previous={address(previous)}
          summary={`${total} ${total === 1 ? "question" : "questions"}`}
        />
      </Section>
    </OfficeFrame>
  );
}
