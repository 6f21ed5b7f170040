import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { withoutQuestion } from "~/features/assessments/authoring/follow-bank.server";
import { figuresOf } from "~/features/assessments/banks/bank-figures.server";
import { findQuestion } from "~/features/assessments/banks/bank-queries.server";
import { DoneNotice, doneIn } from "~/features/assessments/banks/done-notice";
import { formFromQuestion } from "~/features/assessments/banks/form-from-question";
import { questionAction } from "~/features/assessments/banks/question-action.server";
import { QuestionEditor } from "~/features/assessments/banks/question-editor";
import { kindNames } from "~/features/assessments/banks/question-form";
import { servedAlone } from "~/features/assessments/banks/served-alone";
import { QuestionPreview } from "~/features/assessments/banks/question-preview";
import { VersionList } from "~/features/assessments/banks/version-list";
import { WithdrawSection } from "~/features/assessments/banks/withdraw-section";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { promptText } from "~/features/assessments/questions/prompt-text";
import { requireActor } from "~/features/auth/require-actor.server";
import { Section } from "~/ui/page";
import { StateBadge } from "~/ui/state-badge";

const TITLE = 80;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.bank.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const { bank, question, versions } = await findQuestion(actor, args.params.bank!, args.params.question!);
  const { source, body, questionId, number, versionId, withdrawnAt } = question;
  const asked = searchParams.get("confirm") === "withdraw" && withdrawnAt === null;
  return {
    bank: { slug: bank.slug, title: bank.title },
    questionId,
    title: promptText(body.prompt, TITLE),
    number,
    versionId,
    kind: source.kind,
    withdrawn: withdrawnAt !== null,
    stored: { typed: formFromQuestion(source), problems: {}, errors: [], preview: servedAlone(body) },
    figures: source.kind === "hotspot" ? [...(await figuresOf(bank.id)).values()] : [],
    effects: asked ? await withoutQuestion(bank, questionId) : null,
    versions,
    timeZone: actor.timeZone,
    done: doneIn(args.request),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const [bank, questionId] = [args.params.bank!, args.params.question!];
  const { question } = await findQuestion(actor, bank, questionId);
  return questionAction(actor, { bank, questionId, kind: question.source.kind }, args.request);
}

/** After a conflict, so that saving again is on top of what is stored now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function BankQuestion() {
  const { bank, questionId, title, kind, number, versionId, stored, figures, ...page } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = `/test-office/banks/${bank.slug}/questions/${questionId}`;
  const preview = answer?.preview ?? stored.preview;
  return (
    <OfficeFrame
      title={title}
      lead={`${kindNames[kind]}, ${questionId}`}
      badge={page.withdrawn ? <StateBadge state="closed" label="Withdrawn" /> : null}
      breadcrumbs={[
        { label: "Question banks", to: "/test-office/banks" },
        { label: bank.title, to: `/test-office/banks/${bank.slug}` },
      ]}
    >
      {answer ? null : <DoneNotice done={page.done} />}
      <QuestionEditor
        key={`${versionId}${number}`}
        bank={bank.slug}
        kind={kind}
        isNew={false}
        number={number}
        figures={figures}
        state={answer ?? stored}
        refused={answer !== undefined}
      />
      <QuestionPreview key={preview.prompt} question={preview} fresh={Boolean(answer?.preview)} />
      <WithdrawSection here={here} withdrawn={page.withdrawn} effects={page.effects} />
      <Section title="Versions" description="The latest first. None is ever changed or deleted.">
        <VersionList versions={page.versions} inForce={versionId} timeZone={page.timeZone} />
      </Section>
    </OfficeFrame>
  );
}
