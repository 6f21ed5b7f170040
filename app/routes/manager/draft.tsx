import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { organisationNames } from "~/features/people/organisation-names.server";
import { AddLesson } from "~/features/publishing/add-lesson";
import { draftAction } from "~/features/publishing/draft-action.server";
import { DraftFrame } from "~/features/publishing/draft-frame";
import { findDraft } from "~/features/publishing/draft-queries.server";
import { doneWords } from "~/features/publishing/done-words";
import { LessonList } from "~/features/publishing/lesson-list";
import { NextStep } from "~/features/publishing/next-step";
import { PublicationBadge } from "~/features/publishing/publication-badge";
import { SettingsForm } from "~/features/publishing/settings-form";
import { WithdrawSection } from "~/features/publishing/withdraw-section";
import { readFields } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.draft.title} · Studio · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const [draft, { jobRoles, regions }] = await Promise.all([
    findDraft(actor, args.params.draft!),
    organisationNames(),
  ]);
  const done = whatWasDone(args.request, doneWords);
  return { draft, names: { jobRoles, regions }, done };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "manager");
  return draftAction(actor, args.params.draft!, await readFields(args.request));
}

/** After a conflict, so that saving again is on top of what is stored now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function DraftPage() {
  const { draft, names, done } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <DraftFrame
      draft={draft}
      lead={draft.summary}
      badge={<PublicationBadge publication={draft} />}
      actions={
        <>
          <ButtonLink to={`/studio/${draft.id}/export`} variant="secondary" reloadDocument>
            Export
          </ButtonLink>
          {draft.state === "published" ? (
            <ButtonLink to={`/courses/${draft.slug}`} variant="secondary">
              Open the course
            </ButtonLink>
          ) : (
            <ButtonLink to={`/studio/${draft.id}/publish`}>
              {draft.state === "proposed" ? "See the proposal" : "Publish"}
            </ButtonLink>
          )}
        </>
      }
    >
      {done ? <Notice kind="success">{done}</Notice> : null}
      <NextStep draft={draft} />
      <Section title="Lessons" description="In the order in which they are read.">
        {draft.lessons.length > 0 ? (
          <LessonList draftId={draft.id} lessons={draft.lessons} lastResult={lastResult} />
        ) : null}
        <AddLesson first={draft.lessons.length === 0} lastResult={lastResult} />
      </Section>
      <Section title="Settings">
        <SettingsForm
          draft={draft}
          names={names}
          lastResult={lastResult}
          slugFixed={draft.published !== null}
        />
      </Section>
      <WithdrawSection state={draft.state} />
    </DraftFrame>
  );
}
