import { maySupervise } from "~/features/people/supervision.server";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPlace } from "~/features/assessments/marking/queue-place";
import { requireActor } from "~/features/auth/require-actor.server";
import { listSignOffs, type SignOffView } from "~/features/certifications/sign-offs/sign-off-list.server";
import { SIGN_OFF_STATES } from "~/features/certifications/sign-offs/sign-off-rules";
import { SignOffTable } from "~/features/certifications/sign-offs/sign-off-table";
import { ViewLinks } from "~/features/certifications/sign-offs/view-links";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Sign-offs · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const observes = maySupervise(actor);
  const views: readonly SignOffView[] = observes ? [...SIGN_OFF_STATES, "own"] : ["own"];
  const view = views.find((each) => each === searchParams.get("view")) ?? views[0]!;
  const after = readPlace(searchParams.get("after"));
  return {
    ...(await listSignOffs(actor, { view, after })),
    views,
    view,
    observes,
    later: after !== null,
    timeZone: actor.timeZone,
  };
}

const empty: Readonly<Record<SignOffView, { title: string; words: string }>> = {
  draft: {
    title: "Nothing is under way",
    words: "Begin one beside the person, on your phone. What you enter is saved as you go.",
  },
  completed: {
    title: "Nothing waits",
    words: "What you have signed is here until the person has answered it.",
  },
  disputed: {
    title: "Everybody agreed",
    words: "When somebody does not agree with a sign-off, it shows here with their reason.",
  },
  acknowledged: {
    title: "None yet",
    words: "A sign-off shows here once you and the person have both signed it.",
  },
  withdrawn: {
    title: "None was withdrawn",
    words: "What is taken back stays on record here, with its reason.",
  },
  own: {
    title: "Nobody has signed off your work yet",
    words: "When your manager has observed you at work, it shows here for you to read and acknowledge.",
  },
};

export default function SignOffs() {
  const { rows, next, views, view, observes, later, timeZone } = useLoaderData<typeof loader>();
  const here = `/sign-offs?view=${view}`;
  return (
    <Page
      title="Sign-offs"
      lead="Work that was seen being done, point by point, signed by the observer and by the person."
      actions={observes ? <ButtonLink to="/sign-offs/new">Begin a sign-off</ButtonLink> : null}
    >
      {views.length > 1 ? <ViewLinks views={views} current={view} /> : null}
      {rows.length > 0 ? (
        <SignOffTable rows={rows} own={view === "own"} timeZone={timeZone} />
      ) : (
        <EmptyState title={empty[view].title}>{empty[view].words}</EmptyState>
      )}
      <Pager first={later ? here : null} next={next ? `${here}&after=${next}` : null} />
    </Page>
  );
}
