import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { appealAction } from "~/features/assessments/appeals/appeal-action.server";
import { DAYS_TO_APPEAL } from "~/features/assessments/appeals/appeal-rules";
import { appealDone } from "~/features/assessments/appeals/appeal-words";
import { FileAppealForm } from "~/features/assessments/appeals/file-appeal-form";
import { OwnAppealList } from "~/features/assessments/appeals/own-appeal-list";
import { ownAppeals } from "~/features/assessments/appeals/own-appeals.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { readFields } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { DateTime } from "~/ui/date-time";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Appeal: ${data.page.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  return {
    page: await ownAppeals(actor, args.params.attempt!),
    timeZone: actor.timeZone,
    about: searchParams.get("question"),
    done: whatWasDone(args.request, appealDone),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return appealAction(actor, args.params.attempt!, await readFields(args.request));
}

/** After a conflict, so that what became of an appeal shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function AttemptAppeal() {
  const { page, timeZone, about, done } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { attemptId, title, number, closesAt, open, questions, appeals } = page;
  const withdrawal = lastResult?.initialValue?.form === "withdraw" ? lastResult.error : null;
  return (
    <Page
      title="Appeal"
      lead={`${title}, attempt ${number}`}
      breadcrumbs={[
        { label: "Tests", to: "/assessments" },
        { label: "Result", to: `/attempts/${attemptId}/result` },
      ]}
    >
      {done ? <Notice kind="success">{done}</Notice> : null}
      {withdrawal ? <FormErrors errors={withdrawal[""]} title="Nothing was withdrawn" /> : null}
      {appeals.length > 0 ? (
        <Section title="Your appeals">
          <OwnAppealList appeals={appeals} timeZone={timeZone} />
        </Section>
      ) : null}
      {open && closesAt ? (
        <Section
          title={appeals.length > 0 ? "File another appeal" : "File an appeal"}
          description={
            <>
              When you think that a question was marked wrongly, or that something went wrong with the test.
              You can until <DateTime value={closesAt} timeZone={timeZone} format="datetime" />.
            </>
          }
        >
          <FileAppealForm key={appeals.length} questions={questions} about={about} lastResult={lastResult} />
        </Section>
      ) : (
        <EmptyState title={closesAt ? "The time for appeals is over" : "There is no result yet"}>
          {closesAt ? (
            <>
              It ended on <DateTime value={closesAt} timeZone={timeZone} format="datetime" />,{" "}
              {DAYS_TO_APPEAL} days after the result. If something came to light later, speak to your manager.
            </>
          ) : (
            `Your test is being marked. From the day its result is there, you have ${DAYS_TO_APPEAL} days for an appeal.`
          )}
        </EmptyState>
      )}
    </Page>
  );
}
