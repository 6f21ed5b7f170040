import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { digestLog } from "~/features/notifications/admin/digest-log.server";
import { DateTime } from "~/ui/date-time";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { Table, Td, Th } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Digests sent · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const after = new URL(args.request.url).searchParams.get("after");
  return { ...(await digestLog(actor, after)), timeZone: actor.timeZone };
}

export default function ReminderLog() {
  const { digests, next, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Digests sent"
      lead="One row a person and day, the newest first."
      breadcrumbs={[{ label: "Reminders", to: "/admin/reminders" }]}
    >
      {digests.length === 0 ? (
        <EmptyState title="No digest was sent yet">
          The first goes out at the hour of the digest, to whom something has come up for.
        </EmptyState>
      ) : (
        <Table caption="Digests" captionHidden className="min-w-[36rem]">
          <thead>
            <tr>
              <Th>Written</Th>
              <Th>To</Th>
              <Th numeric>Reminders</Th>
              <Th>E-mail</Th>
            </tr>
          </thead>
          <tbody>
            {digests.map((digest) => (
              <tr key={digest.id}>
                <Td className="whitespace-nowrap">
                  <DateTime value={digest.createdAt} timeZone={timeZone} format="datetime" />
                </Td>
                <Th scope="row">
                  <Link to={`/admin/people/${digest.personId}`} className="link">
                    {digest.name}
                  </Link>
                </Th>
                <Td numeric>{digest.count}</Td>
                <Td>{mailWords(digest)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager next={next ? `?after=${next}` : null} />
    </Page>
  );
}

function mailWords({
  byMail,
  mailedAt,
  mailed,
}: {
  byMail: boolean;
  mailedAt: unknown;
  mailed: number | null;
}) {
  if (!byMail) return "In the portal only";
  if (!mailedAt) return "Waits to be sent";
  return mailed === 0 ? "Not sent: all was done by then" : `Sent with ${mailed}`;
}
