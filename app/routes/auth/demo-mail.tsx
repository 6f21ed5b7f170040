import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkedText } from "~/features/auth/linked-text";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/errors";
import { sentMail } from "~/platform/mailer.server";
import { DateTime } from "~/ui/date-time";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Mail · Attest demo" }];

export async function loader() {
  if (env.ATTEST_MODE !== "demo") throw new NotFound();
  return { mails: await sentMail(), origin: env.BASE_URL };
}

export default function DemoMail() {
  const { mails, origin } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Mail"
      width="text"
      lead="The demo sends no e-mail. What would have gone out is here, the newest first."
    >
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">
          Ask for a new password on the sign-in page, or invite someone as the administrator, and the e-mail
          appears here.
        </EmptyState>
      ) : (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {mails.map((mail) => (
            <li key={mail.id}>
              <article className="rounded-md border border-line bg-surface">
                <header className="border-b border-line px-4 py-3">
                  <h2 className="font-semibold">{mail.subject}</h2>
                  <p className="text-sm break-words text-muted">
                    To {mail.to}, <DateTime value={mail.sentAt} timeZone="UTC" format="datetime" /> UTC
                  </p>
                </header>
                <p className="px-4 py-3 break-words whitespace-pre-line">
                  <LinkedText text={mail.text} origin={origin} />
                </p>
              </article>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
