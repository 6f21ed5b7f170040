import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPlace } from "~/features/assessments/marking/queue-place";
import { requireActor } from "~/features/auth/require-actor.server";
import { externalQueue } from "~/features/certifications/external/external-queue.server";
import { doneIn } from "~/features/certifications/external/external-words";
import { WaitingTable } from "~/features/certifications/external/waiting-table";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Certificates to check · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const after = readPlace(new URL(args.request.url).searchParams.get("after"));
  return {
    ...(await externalQueue(actor, after)),
    later: after !== null,
    done: doneIn(args.request),
    timeZone: actor.timeZone,
  };
}

export default function ExternalCertificates() {
  const { rows, next, later, done, timeZone } = useLoaderData<typeof loader>();
  const here = "/external-certificates";
  return (
    <Page
      title="Certificates to check"
      lead="Sent in by people whom you may check: certificates that somebody else issued. What waits longest comes first."
    >
      {done ? <Notice kind="success">{done}</Notice> : null}
      {rows.length > 0 ? (
        <WaitingTable rows={rows} timeZone={timeZone} />
      ) : (
        <EmptyState title="Nothing waits for you">
          When somebody sends in a certificate that a certification asks for, it shows here, and you get an
          e-mail.
        </EmptyState>
      )}
      <Pager first={later ? here : null} next={next ? `${here}?after=${next}` : null} />
    </Page>
  );
}
