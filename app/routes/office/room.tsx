import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { RotateCw } from "lucide-react";
import { closeRoom } from "~/features/assessments/invigilation/close-room.server";
import { RoomCode } from "~/features/assessments/invigilation/room-code";
import { roomPage } from "~/features/assessments/invigilation/room-starters.server";
import { StartersTable } from "~/features/assessments/invigilation/starters-table";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { Button, ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.room.title} · Rooms · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const page = await roomPage(actor, args.params.invigilation ?? "", searchParams.get("after"));
  return { ...page, closed: searchParams.get("done") === "closed", timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const invigilationId = args.params.invigilation ?? "";
  await closeRoom(actor, invigilationId);
  return redirect(`/test-office/rooms/${invigilationId}?done=closed`);
}

export default function Room() {
  const { room, starters, next, closed, timeZone } = useLoaderData<typeof loader>();
  const here = `/test-office/rooms/${room.id}`;
  const until = <DateTime value={room.endsAt} timeZone={timeZone} format="datetime" />;
  return (
    <OfficeFrame
      title={room.title}
      breadcrumbs={[{ label: "Rooms", to: "/test-office/rooms" }]}
      badge={
        room.isOpen ? (
          <StateBadge state="valid" label="Room open" />
        ) : (
          <StateBadge state="closed" label="Room closed" />
        )
      }
    >
      {closed && !room.isOpen ? (
        <Notice kind="success">The room is closed. Whoever has started can finish.</Notice>
      ) : null}
      {room.isOpen ? (
        <Section
          title="Code"
          description="Read it out, or show this page to the room. Spaces and small letters do not matter."
        >
          <RoomCode code={room.code} />
          <p>
            The test can be started until {until} (
            <DateTime value={room.endsAt} timeZone={timeZone} format="relative" />
            ).
          </p>
          <Form method="post">
            <Button variant="secondary">Close the room</Button>
          </Form>
        </Section>
      ) : (
        <p className="text-muted">
          Open from <DateTime value={room.startsAt} timeZone={timeZone} format="datetime" /> to {until}. Its
          code starts no more tests.
        </p>
      )}
      <Section
        title="Who has started"
        actions={
          <ButtonLink to={here} variant="secondary" size="small" preventScrollReset>
            <RotateCw aria-hidden />
            Look again
          </ButtonLink>
        }
      >
        {starters.length > 0 ? (
          <StartersTable starters={starters} timeZone={timeZone} />
        ) : (
          <EmptyState title="Nobody has started yet">
            {room.isOpen
              ? "People open the test, type the code and begin. Look again to see their names here."
              : "Nobody used the code of this room."}
          </EmptyState>
        )}
        <Pager next={next ? `${here}?after=${next}` : null} />
      </Section>
    </OfficeFrame>
  );
}
