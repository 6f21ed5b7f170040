import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { waitingDecisions } from "~/features/certifications/decisions/decision-queries.server";
import { waitingRevocations } from "~/features/certifications/decisions/waiting-revocations.server";
import { changeKindNames } from "~/features/content/revisions/change-kinds";
import { waitingProposals } from "~/features/publishing/proposals/waiting-proposals.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { WaitingList } from "~/ui/waiting-list";

export const meta: MetaFunction = () => [{ title: "Decisions · Attest" }];

const doneWords = {
  confirmed: "The revision is published as it was proposed, and is in force now.",
  declined: "The revision is not published. The one before stays in force, and its author is told why.",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const [awards, revocations, revisions] = await Promise.all([
    waitingDecisions(actor, searchParams.get("after")),
    waitingRevocations(actor, searchParams.get("revocationsAfter")),
    waitingProposals(actor, searchParams.get("revisionsAfter")),
  ]);
  return {
    awards,
    revocations,
    revisions,
    done: whatWasDone(args.request, doneWords),
    timeZone: actor.timeZone,
  };
}

export default function Decisions() {
  const { awards, revocations, revisions, done, timeZone } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  /* Turning the pages of one list leaves the other where it is. */
  const page = (turned: Record<string, string>) => {
    const { done: _, ...places } = Object.fromEntries(search);
    return `?${new URLSearchParams({ ...places, ...turned }).toString()}`;
  };
  return (
    <Page
      title="Decisions"
      lead="What one person alone does not decide. What waits longest comes first."
      width="text"
    >
      {done ? <Notice kind="success">{done}</Notice> : null}
      <Section
        title="Certificates"
        description="Some are awarded only by somebody who neither trained nor examined the person."
      >
        {awards.decisions.length > 0 ? (
          <WaitingList
            items={awards.decisions.map(({ id, personName, title, askedAt }) => ({
              id,
              to: `/decisions/${id}`,
              title: `${title} for ${personName}`,
              since: askedAt,
            }))}
            timeZone={timeZone}
          />
        ) : (
          <EmptyState title="No certificate waits for a decision">
            When somebody of your teams has earned such a certification, you are told by e-mail and it appears
            here.
          </EmptyState>
        )}
        <Pager label="Pages of certificates" next={awards.next && page({ after: awards.next })} />
      </Section>
      <Section
        title="Revocations"
        description="Somebody proposes to revoke a certificate, and somebody else confirms or declines it. Until then it counts."
      >
        {revocations.revocations.length > 0 ? (
          <WaitingList
            items={revocations.revocations.map(
              ({ id, awardId, personName, title, proposedBy, proposedAt }) => ({
                id,
                to: `/certificates/${awardId}/change`,
                title: `${title} of ${personName}`,
                since: proposedAt,
                detail: `Proposed by ${proposedBy}`,
              }),
            )}
            timeZone={timeZone}
          />
        ) : (
          <EmptyState title="No revocation waits for you">
            When somebody proposes one that you may decide about, it appears here.
          </EmptyState>
        )}
        <Pager
          label="Pages of revocations"
          next={revocations.next && page({ revocationsAfter: revocations.next })}
        />
      </Section>
      <Section
        title="Revisions of courses"
        description="Where people are certified on a course, somebody other than its author confirms what changes for them."
      >
        {revisions.proposals.length > 0 ? (
          <WaitingList
            items={revisions.proposals.map(({ id, draftId, title, kind, proposedBy, proposedAt }) => ({
              id,
              to: `/studio/${draftId}/publish`,
              title,
              since: proposedAt,
              detail: `${changeKindNames[kind]}, by ${proposedBy}`,
            }))}
            timeZone={timeZone}
          />
        ) : (
          <EmptyState title="No revision waits for you">
            When somebody proposes one that you may decide about, it appears here.
          </EmptyState>
        )}
        <Pager label="Pages of revisions" next={revisions.next && page({ revisionsAfter: revisions.next })} />
      </Section>
    </Page>
  );
}
