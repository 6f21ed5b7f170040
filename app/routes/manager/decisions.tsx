import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { waitingDecisions } from "~/features/certifications/decisions/decision-queries.server";
import { DateTime } from "~/ui/date-time";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Decisions · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  return { ...(await waitingDecisions(actor, after)), timeZone: actor.timeZone };
}

export default function Decisions() {
  const { decisions, next, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Decisions"
      lead="Some certifications are awarded only by somebody who neither trained nor examined the person. What was earned waits here, the longest first."
      width="text"
    >
      {decisions.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {decisions.map(({ id, personName, title, askedAt }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
              <Link to={`/decisions/${id}`} className="link font-medium">
                {title} for {personName}
              </Link>
              <span className="text-sm text-muted">
                Since <DateTime value={askedAt} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Nothing waits for a decision">
          When somebody of your teams has earned such a certification, you are told by e-mail and it appears
          here.
        </EmptyState>
      )}
      <Pager next={next && `?after=${next}`} />
    </Page>
  );
}
