import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { markingQueue } from "~/features/assessments/marking/marking-queue.server";
import { readPlace } from "~/features/assessments/marking/queue-place";
import { MarkingNotice } from "~/features/assessments/marking/marking-notice";
import { MarkingTable } from "~/features/assessments/marking/marking-table";
import { markingDone } from "~/features/assessments/marking/marking-words";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { EmptyState } from "~/ui/empty-state";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Marking · Test office · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const after = readPlace(searchParams.get("after"));
  return {
    ...(await markingQueue(actor, after)),
    later: after !== null,
    timeZone: actor.timeZone,
    done: markingDone(args.request, false),
    of: searchParams.get("of"),
  };
}

export default function Marking() {
  const { rows, next, later, timeZone, done, of } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame
      title="Marking"
      lead="Answers that people mark by a rubric. Names stay hidden, and your own answers are not listed."
    >
      <MarkingNotice done={done} of={of} />
      {rows.length > 0 ? (
        <MarkingTable rows={rows} timeZone={timeZone} />
      ) : (
        <EmptyState title={later ? "No more on this page" : "Nothing waits for your marks"}>
          {later
            ? "What was here has been marked meanwhile."
            : "As soon as somebody submits a test with a written answer or a file, it shows here. Whether a question is marked by a person is set where it is written, in a question bank."}
        </EmptyState>
      )}
      <Pager
        first={later ? "/test-office/marking" : null}
        next={next ? `/test-office/marking?after=${next}` : null}
      />
    </OfficeFrame>
  );
}
