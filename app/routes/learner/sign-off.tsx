import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { AnswerForms } from "~/features/certifications/sign-offs/answer-forms";
import { CompleteSignOffForm } from "~/features/certifications/sign-offs/complete-sign-off-form";
import { CriterionResults } from "~/features/certifications/sign-offs/criterion-results";
import { signOffAction } from "~/features/certifications/sign-offs/sign-off-action.server";
import { SignOffFacts } from "~/features/certifications/sign-offs/sign-off-facts";
import { signOffPage } from "~/features/certifications/sign-offs/sign-off-page.server";
import { SignOffBadge } from "~/features/certifications/sign-offs/sign-off-badge";
import { signOffDone } from "~/features/certifications/sign-offs/sign-off-words";
import { WithdrawSignOffForm } from "~/features/certifications/sign-offs/withdraw-sign-off-form";
import { may } from "~/features/people/actor";
import { readFields } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.title}: ${data.page.personName} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return {
    page: await signOffPage(actor, args.params.signOff!),
    auditing: may(actor, "auditor"),
    timeZone: actor.timeZone,
    done: whatWasDone(args.request, signOffDone),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return signOffAction(actor, args.params.signOff!, await readFields(args.request));
}

/** After a conflict, so that what it has come to meanwhile shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function SignOffView() {
  const { page, auditing, timeZone, done } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const draft = page.state === "draft";
  const fill = `/sign-offs/${page.id}/fill`;
  return (
    <Page
      title={page.title}
      lead={page.summary}
      badge={<SignOffBadge signOff={page} />}
      width="text"
      breadcrumbs={[{ label: "Sign-offs", to: "/sign-offs" }]}
      actions={
        page.observes && page.state === "disputed" ? (
          <ButtonLink to={`/sign-offs/new?person=${page.personId}&checklist=${page.checklistId}`}>
            Begin another one
          </ButtonLink>
        ) : null
      }
    >
      {done && !lastResult ? <Notice kind="success">{done}</Notice> : null}
      <SignOffFacts page={page} timeZone={timeZone} />
      <Section
        title="What was observed"
        actions={
          draft && page.observes ? (
            <ButtonLink to={fill} variant="secondary">
              Go on filling in
            </ButtonLink>
          ) : null
        }
      >
        {!page.earns && page.open === 0 ? (
          <Notice kind="warning">
            {draft
              ? "Not everything that is required is met. Signed like this, it earns nothing."
              : "Not everything that is required was met, so that this earns nothing."}
          </Notice>
        ) : null}
        <CriterionResults criteria={page.criteria} signOffId={page.id} timeZone={timeZone} />
      </Section>
      {draft && page.observes ? (
        <Section
          title="Sign"
          description={`${page.personName} is then told, and acknowledges it or says what is not right.`}
        >
          {page.open > 0 ? (
            <Notice kind="info">
              {page.open === 1 ? "One required point is" : `${page.open} required points are`} still open.{" "}
              <Link to={fill} className="link">
                Go on filling in
              </Link>
              , then sign here.
            </Notice>
          ) : (
            <CompleteSignOffForm edits={page.edits} personName={page.personName} lastResult={lastResult} />
          )}
        </Section>
      ) : null}
      {page.own && page.state === "completed" ? <AnswerForms lastResult={lastResult} /> : null}
      {page.observes && (draft || page.state === "completed") ? (
        <Section
          title="Withdraw"
          description="When it was begun by mistake. It stays on record with your reason."
        >
          <WithdrawSignOffForm lastResult={lastResult} />
        </Section>
      ) : null}
      {auditing && page.completedAt ? (
        <p>
          <Link to={`/audit/records/${page.recordId ?? page.id}`} className="link">
            The record of this sign-off
          </Link>
        </p>
      ) : null}
    </Page>
  );
}
