import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { findMarking } from "~/features/assessments/marking/find-marking.server";
import { markAction } from "~/features/assessments/marking/mark-action.server";
import { MarkingForm } from "~/features/assessments/marking/marking-form";
import { MarkingNotice } from "~/features/assessments/marking/marking-notice";
import { markingDone, roleLead, roleWord } from "~/features/assessments/marking/marking-words";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { readFields } from "~/platform/http/submit-form.server";
import { DateTime } from "~/ui/date-time";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Mark ${data.marking.code} · Test office · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  return {
    marking: await findMarking(actor, args.params.attempt!),
    timeZone: actor.timeZone,
    done: markingDone(args.request, true),
    of: searchParams.get("of"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return markAction(actor, args.params.attempt!, await readFields(args.request));
}

/** After a conflict, so that saving again is on top of what is stored now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function MarkingAttempt() {
  const { marking, timeZone, done, of } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { attemptId, code, title, number, submittedAt } = marking;
  return (
    <OfficeFrame
      title={`Candidate ${code}`}
      badge={<StateBadge state="marking" label={roleWord(number)} />}
      breadcrumbs={[{ label: "Marking", to: "/test-office/marking" }]}
      lead={
        <>
          {title}, submitted on <DateTime value={submittedAt} timeZone={timeZone} format="datetime" />.{" "}
          {roleLead(number)}
        </>
      }
    >
      <MarkingNotice done={done} of={of} />
      <MarkingForm key={attemptId} marking={marking} lastResult={lastResult} />
    </OfficeFrame>
  );
}
