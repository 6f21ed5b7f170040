import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { InboxList } from "~/features/notifications/inbox/inbox-list";
import { inbox } from "~/features/notifications/inbox/inbox.server";
import { markRead } from "~/features/notifications/inbox/mark-read.server";
import { NotFound } from "~/platform/errors";
import { readFields } from "~/platform/http/submit-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Notifications · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  return { ...(await inbox(actor, after)), after, unread: actor.unread ?? 0 };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = await readFields(args.request);
  const digestId = form.get("digestId");
  if (form.get("form") === "read" && typeof digestId === "string") await markRead(actor, digestId);
  else if (form.get("form") === "read-all") await markRead(actor, null);
  else throw new NotFound("form");
  return redirect(`/notifications${new URL(args.request.url).search}`);
}

export default function Notifications() {
  const { digests, next, after, unread } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Notifications"
      lead="What is coming up for you, and for people whom you lead. Each is said once; what has been done since is marked."
      width="text"
      actions={
        <>
          {unread > 0 ? (
            <Form method="post">
              <input type="hidden" name="form" value="read-all" />
              <Button variant="secondary">Mark all as read</Button>
            </Form>
          ) : null}
          <ButtonLink to="/calendar" variant="secondary">
            Your dates
          </ButtonLink>
        </>
      }
    >
      {digests.length === 0 ? (
        <EmptyState title={after ? "Nothing older than that" : "Nothing yet"}>
          Reminders come before a certification is due or ends. What is due now is on your home page.
        </EmptyState>
      ) : (
        <InboxList digests={digests} />
      )}
      <Pager next={next ? `/notifications?after=${next}` : null} />
    </Page>
  );
}
