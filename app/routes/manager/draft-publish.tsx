import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { DraftFrame } from "~/features/publishing/draft-frame";
import { PublicationBadge } from "~/features/publishing/publication-badge";
import { publishAction } from "~/features/publishing/publish-action.server";
import { PublishForm } from "~/features/publishing/publish-form";
import { publishPlan } from "~/features/publishing/publish-plan.server";
import { PublishProblems, PublishSummary } from "~/features/publishing/publish-summary";
import { readFields } from "~/platform/http/submit-form.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Publish ${data.draft.title} · Studio · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const plan = await publishPlan(actor, args.params.draft!);
  return { ...plan, done: new URL(args.request.url).searchParams.get("done") === "published" };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "manager");
  return publishAction(actor, args.params.draft!, await readFields(args.request));
}

/** A refusal is about a draft that moved on or has something to mend: the page shows how it stands now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod, defaultShouldRevalidate }) =>
  formMethod === "POST" || defaultShouldRevalidate;

export default function DraftPublish() {
  const plan = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { draft, state, revision, problems, done } = plan;
  const course = (
    <ButtonLink to={`/courses/${draft.slug}`} variant="secondary">
      Open the course
    </ButtonLink>
  );
  return (
    <DraftFrame draft={draft} title="Publish" badge={<PublicationBadge publication={plan} />}>
      {done && state === "published" ? (
        <Notice kind="success" title={`Revision ${revision} is published`} action={course}>
          {plan.audience} can read it now: {plan.people === 1 ? "1 person" : `${plan.people} people`} as of
          today.
        </Notice>
      ) : null}
      {answer?.message ? (
        <Notice kind="danger" title="Nothing was published">
          {answer.message}
        </Notice>
      ) : null}
      {state === "published" ? (
        done ? null : (
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
          {problems.length > 0 ? null : (
            <Section
              title="Publish"
              description="Readers see the new revision at once. What was published before stays on record."
            >
              <PublishForm
                key={plan.edits}
                edits={plan.edits}
                revision={revision}
                note={answer?.note ?? ""}
                errors={answer?.noteErrors}
              />
            </Section>
          )}
        </>
      )}
    </DraftFrame>
  );
}
