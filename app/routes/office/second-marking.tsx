import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { findSecondMarking } from "~/features/assessments/marking/find-second-marking.server";
import { secondMarkingForm } from "~/features/assessments/marking/mark-form";
import { requestSecondMarking } from "~/features/assessments/marking/request-second-marking.server";
import { SecondMarkingForm } from "~/features/assessments/marking/second-marking-form";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { count } from "~/features/assessments/scoring/score-words";
import { requireActor } from "~/features/auth/require-actor.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";

export const meta: MetaFunction = () => [{ title: "Ask for a second marking · Test office · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return { page: await findSecondMarking(actor, args.params.attempt!), timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const attemptId = args.params.attempt!;
  await findSecondMarking(actor, attemptId);
  return submitForm(await readFields(args.request), secondMarkingForm, async ({ reason }) => {
    await requestSecondMarking(actor, { attemptId, reason });
    return redirect("/test-office/marking?done=requested");
  });
}

export default function SecondMarking() {
  const { page, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { code, title, submittedAt, markings, hasResult, needless } = page;
  return (
    <OfficeFrame
      title="Ask for a second marking"
      breadcrumbs={[{ label: "Marking", to: "/test-office/marking" }]}
      lead="Somebody else marks it without seeing the marks so far. If the two are apart, a third decides."
    >
      <Facts
        items={[
          { label: "Candidate", value: <span className="font-mono">{code}</span> },
          { label: "Test", value: title },
          {
            label: "Submitted",
            value: <DateTime value={submittedAt} timeZone={timeZone} format="datetime" />,
          },
          {
            label: "Marked so far",
            value: markings === 0 ? "Not yet" : `By ${count(markings, "person", "people")}`,
          },
          {
            label: "Result",
            value: hasResult
              ? "Recorded. It stands until the second marking is in."
              : "Follows from the marking",
          },
        ]}
      />
      {needless === null ? (
        <SecondMarkingForm lastResult={lastResult} />
      ) : (
        <Notice kind="info" title="Nothing to ask for">
          {needless}{" "}
          <Link to="/test-office/marking" className="link">
            Back to marking
          </Link>
        </Notice>
      )}
    </OfficeFrame>
  );
}
