import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findQuestion } from "~/features/assessments/office-tests/find-question.server";
import { kindName } from "~/features/assessments/office-tests/figure-words";
import { FindingList } from "~/features/assessments/office-tests/finding-list";
import { OptionTable } from "~/features/assessments/office-tests/option-table";
import { questionPath } from "~/features/assessments/office-tests/question-address";
import { QuestionFigures } from "~/features/assessments/office-tests/question-figures";
import { QuestionKeyShown } from "~/features/assessments/office-tests/question-key";
import { VersionList } from "~/features/assessments/office-tests/version-list";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { QuestionHtml } from "~/features/assessments/questions/question-html";
import { RegradeList } from "~/features/assessments/regrading/regrade-list";
import { RegradeChangesShown } from "~/features/assessments/regrading/regrade-changes";
import { regradeChanges } from "~/features/assessments/regrading/regrade-changes.server";
import { regradeProgress } from "~/features/assessments/regrading/regrade-progress.server";
import { clauseNumber } from "~/features/assessments/scoring/score-words";
import { requireActor } from "~/features/auth/require-actor.server";
import { Bar } from "~/ui/bar";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.label ?? "Question"} · Test office · Attest` },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const { assessment, question } = args.params;
  const version = searchParams.get("version");
  const { found, told } = await findQuestion(actor, { test: assessment!, question: question!, version });
  const { test, ...shown } = found;
  const latest = told?.regrades[0];
  return {
    ...shown,
    told,
    test: { slug: test.slug, title: test.blueprint.title, language: test.blueprint.language },
    changes: latest ? await regradeChanges(found.versionId, latest.recordedAt) : null,
    progress: latest ? await regradeProgress(found.versionId, latest.id) : null,
    regraded: searchParams.get("done") === "regraded",
    timeZone: actor.timeZone,
  };
}

export default function Question() {
  const { test, address, label, versions, versionId, clause, topic, body, told, ...page } =
    useLoaderData<typeof loader>();
  const { changes, progress, regraded, timeZone } = page;
  const here = questionPath(test.slug, address);
  const asked = versions.find(({ id }) => id === versionId)?.asked ?? 0;
  const about = [
    kindName(body.kind),
    clause ? `clause ${clauseNumber(clause)}` : "",
    topic ? `topic ${topic}` : "",
  ].filter(Boolean);
  return (
    <OfficeFrame
      title={label}
      lead={about.join(", ")}
      breadcrumbs={[{ label: test.title, to: `/test-office/tests/${test.slug}` }]}
      actions={
        told ? (
          <ButtonLink to={`${here}/regrade?version=${versionId}`}>Regrade this question</ButtonLink>
        ) : null
      }
    >
      {regraded ? (
        <Notice kind="success">The question is regraded. The results follow by themselves.</Notice>
      ) : null}
      {progress ? (
        <Notice kind="info" title="Results are being worked out again">
          {progress.done} of {progress.total} sittings are done. You can leave this page; reload it to see how
          far it is.
          <Bar
            value={progress.total === 0 ? 1 : progress.done / progress.total}
            label="Sittings done"
            className="max-w-96"
          />
        </Notice>
      ) : null}
      {told ? (
        <>
          <Section title="The question">
            {body.scenario ? (
              <QuestionHtml
                html={body.scenario.html}
                lang={test.language}
                className="max-w-[44rem] border-l-2 border-line pl-3"
              />
            ) : null}
            <QuestionHtml html={body.prompt} lang={test.language} className="max-w-[44rem]" />
            {"correct" in told.key && told.key.kind !== "hotspot" ? (
              <OptionTable
                options={told.review.options}
                choices={told.quality.options}
                lang={test.language}
              />
            ) : (
              <QuestionKeyShown body={body} question={told.key} lang={test.language} />
            )}
            {told.key.explanation ? (
              <div className="max-w-[44rem] border-l-2 border-line pl-3 text-sm">
                <p className="font-medium">Why</p>
                <QuestionHtml html={told.key.explanation} lang={test.language} />
              </div>
            ) : null}
          </Section>
          <Section
            title="How it does its work"
            description={
              told.regrades.length > 0
                ? "From everyone’s first sitting, in this version, by what counts since the last regrade."
                : "From everyone’s first sitting, in this version."
            }
          >
            {told.quality.asked > 0 ? <FindingList findings={told.findings} /> : null}
            <QuestionFigures quality={told.quality} asked={asked} />
          </Section>
          <Section title="Regrades">
            {told.regrades.length > 0 ? (
              <>
                <RegradeList regrades={told.regrades} timeZone={timeZone} />
                {changes ? <RegradeChangesShown {...changes} /> : null}
              </>
            ) : (
              <p className="max-w-[44rem] text-sm text-muted">
                None. Where a question turns out to be faulty, regrade it: you see whose result it would
                change before you decide.
              </p>
            )}
          </Section>
        </>
      ) : (
        <Notice kind="warning" title="You are answering this question yourself">
          It is in a test that you have open, so what is right is not shown here. Submit that test first.
        </Notice>
      )}
      <Section title="Versions">
        <VersionList here={here} versions={versions} shown={versionId} timeZone={timeZone} />
      </Section>
    </OfficeFrame>
  );
}
