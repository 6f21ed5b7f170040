import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { invigilatedTests } from "~/features/assessments/invigilation/invigilated-tests.server";
import { OpenRoomForm } from "~/features/assessments/invigilation/open-room-form";
import { openRoom } from "~/features/assessments/invigilation/open-room.server";
import { openRoomForm } from "~/features/assessments/invigilation/room-form";
import { listRooms } from "~/features/assessments/invigilation/room-queries.server";
import { RoomTable } from "~/features/assessments/invigilation/room-table";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireOffice } from "~/features/assessments/office/office-policy.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Rooms · Test office · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const before = new URL(args.request.url).searchParams.get("before");
  const [rooms, tests] = await Promise.all([listRooms(actor, before), invigilatedTests(actor)]);
  return { ...rooms, tests, first: before === null, timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  requireOffice(actor);
  return submitForm(await readFields(args.request), openRoomForm, async (input) => {
    const { invigilationId } = await openRoom(actor, input);
    return redirect(`/test-office/rooms/${invigilationId}`);
  });
}

export default function Rooms() {
  const { open, past, next, tests, first, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <OfficeFrame
      title="Rooms"
      lead="A test that is watched starts with a code. Open a room, read the code out, and see who has started."
    >
      {open.length > 0 ? (
        <Section title="Open now">
          <RoomTable caption="Your rooms that are open" rooms={open} timeZone={timeZone} withCode />
        </Section>
      ) : null}
      {first ? (
        <Section title="Open a room">
          {tests.length > 0 ? (
            <OpenRoomForm tests={tests} lastResult={lastResult} />
          ) : (
            <EmptyState title="No test asks for an invigilator">
              Whoever writes a test can have it watched: the setting is among its rules. Once such a test is
              in use, you can open a room for it here.
            </EmptyState>
          )}
        </Section>
      ) : null}
      {past.length > 0 || !first ? (
        <Section title="Your past rooms">
          {past.length > 0 ? (
            <RoomTable caption="Your past rooms" rooms={past} timeZone={timeZone} />
          ) : (
            <EmptyState title="There are no more rooms">
              Go back to the first page to see them all.
            </EmptyState>
          )}
          <Pager
            next={next ? `/test-office/rooms?before=${next}` : null}
            summary={
              first ? null : (
                <Link to="/test-office/rooms" className="link">
                  Back to the first page
                </Link>
              )
            }
          />
        </Section>
      ) : null}
    </OfficeFrame>
  );
}
