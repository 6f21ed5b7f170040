import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAppeals } from "~/features/assessments/appeals/appeal-list.server";
import { APPEAL_STATES, DAYS_TO_DECIDE } from "~/features/assessments/appeals/appeal-rules";
import { AppealStateLinks } from "~/features/assessments/appeals/appeal-state-links";
import { AppealTable } from "~/features/assessments/appeals/appeal-table";
import { appealDone } from "~/features/assessments/appeals/appeal-words";
import { readPlace } from "~/features/assessments/marking/queue-place";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Appeals · Test office · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const state = APPEAL_STATES.find((each) => each === searchParams.get("state")) ?? "open";
  const after = readPlace(searchParams.get("after"));
  return {
    ...(await listAppeals(actor, { state, after })),
    state,
    later: after !== null,
    timeZone: actor.timeZone,
    done: whatWasDone(args.request, appealDone),
  };
}

export default function Appeals() {
  const { rows, next, state, later, timeZone, done } = useLoaderData<typeof loader>();
  const here = `/test-office/appeals?state=${state}`;
  return (
    <OfficeFrame
      title="Appeals"
      lead={`Each is decided within ${DAYS_TO_DECIDE} days, by somebody who has not marked the test and does not lead the person's team.`}
    >
      {done ? <Notice kind="success">{done}</Notice> : null}
      <AppealStateLinks current={state} />
      {rows.length > 0 ? (
        <AppealTable rows={rows} state={state} timeZone={timeZone} />
      ) : (
        <EmptyState title={state === "open" ? "No appeal waits for you" : "None here"}>
          {state === "open"
            ? "Somebody who does not agree with a result can appeal for 14 days. It then shows here, the nearest deadline first."
            : "Appeals show here once they have come to this."}
        </EmptyState>
      )}
      <Pager first={later ? here : null} next={next ? `${here}&after=${next}` : null} />
    </OfficeFrame>
  );
}
