import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { ChangedTexts } from "~/features/certifications/renewal/changed-texts";
import { needsSecondPerson } from "~/features/certifications/renewal/needs-second-person.server";
import { publishPage } from "~/features/certifications/renewal/publish-page.server";
import { TouchedSection } from "~/features/certifications/renewal/touched-section";
import { DraftFrame } from "~/features/publishing/draft-frame";
import { RevisionProposal } from "~/features/publishing/proposals/revision-proposal";
import { PublicationBadge } from "~/features/publishing/publication-badge";
import { publishAction } from "~/features/publishing/publish-action.server";
import { PublishForm, SettleForm } from "~/features/publishing/publish-form";
import { PublishProblems, PublishSummary } from "~/features/publishing/publish-summary";
import { readFields } from "~/platform/http/submit-form.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Publish ${data.draft.title} · Studio · Attest` : "Attest" },
];

/** Not only for managers: an administrator may be the second person. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const plan = await publishPage(actor, args.params.draft!, searchParams);
  return { ...plan, done: searchParams.get("done"), timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return publishAction(actor, args.params.draft!, await readFields(args.request), needsSecondPerson);
}

/** A refusal is about a draft that moved on or has something to mend: the page shows how it stands now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod, defaultShouldRevalidate }) =>
  formMethod === "POST" || defaultShouldRevalidate;

export default function DraftPublish() {
  const plan = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { draft, state, revision, problems, done, proposal } = plan;
  const course = (
    <ButtonLink to={`/courses/${draft.slug}`} variant="secondary">
      Open the course
    </ButtonLink>
  );
  return (
    <DraftFrame
      draft={draft}
      title="Publish"
      own={!proposal || proposal.mine}
      badge={<PublicationBadge publication={plan} />}
    >
      {done === "published" && state === "published" ? (
        <Notice kind="success" title={`Revision ${revision} is published`} action={course}>
          {plan.audience} can read it now: {plan.people === 1 ? "1 person" : `${plan.people} people`} as of
          today.
        </Notice>
      ) : null}
      {done === "proposed" && proposal ? (
        <Notice kind="success" title="The revision is proposed">
          Administrators are told by mail. It is in force once somebody else has confirmed it here.
        </Notice>
      ) : null}
      {done === "withdrawn" && !proposal ? (
        <Notice kind="success" title="The proposal is withdrawn">
          Nothing was published. You can edit the course and propose it again.
        </Notice>
      ) : null}
      {answer?.message ? (
        <Notice kind="danger" title="Nothing was published">
          {answer.message}
        </Notice>
      ) : null}
      {plan.nothingDiffers &&
      (state === "changed" || state === "proposed") &&
      (!proposal || proposal.mine) ? (
        <EmptyState
          title={`Nothing differs from revision ${revision}`}
          action={<SettleForm edits={plan.edits} />}
        >
          What was changed since has been changed back, so there is nothing to publish.
        </EmptyState>
      ) : state === "published" ? (
        done === "published" ? null : (
          <EmptyState title={`Everything is published as revision ${revision}`} action={course}>
            Edit a lesson or the settings, and come back here to publish what changed.
          </EmptyState>
        )
      ) : (
        <>
          {state === "withdrawn" ? (
            <Notice kind="warning" title="This course is withdrawn">
              Publishing opens it to its audience again. To bring back the last revision as it was, use the
              button on the course&apos;s page in the studio.
            </Notice>
          ) : null}
          {problems.length > 0 ? <PublishProblems draftId={draft.id} problems={problems} /> : null}
          <PublishSummary plan={plan} />
          <ChangedTexts texts={plan.texts} />
          {plan.touched ? (
            <TouchedSection touched={plan.touched} kind={plan.kind} furtherOn={plan.furtherOn} />
          ) : null}
          {proposal ? (
            <RevisionProposal
              proposal={proposal}
              answer={answer?.typed.answer}
              errors={answer?.errors.answer}
              timeZone={plan.timeZone}
            />
          ) : null}
          {problems.length > 0 ||
          plan.nothingDiffers ||
          (proposal && !(proposal.mine && proposal.outdated)) ? null : (
            <Section
              title="Publish"
              description="Readers see the new revision at once. What was published before stays on record."
            >
              <PublishForm
                key={plan.edits}
                edits={plan.edits}
                revision={revision}
                judged={plan.judged}
                secondPerson={plan.secondPerson}
                typed={answer?.typed}
                errors={answer?.errors}
              />
            </Section>
          )}
        </>
      )}
    </DraftFrame>
  );
}
