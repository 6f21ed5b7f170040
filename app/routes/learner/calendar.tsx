import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { requireActor } from "~/features/auth/require-actor.server";
import { calendarPage } from "~/features/notifications/calendar/own-calendar.server";
import { SubscriptionSection } from "~/features/notifications/calendar/subscription-section";
import { subscribe, unsubscribe } from "~/features/notifications/calendar/subscription.server";
import { dayInWords } from "~/features/people/calendar";
import { NotFound } from "~/platform/errors";
import { readFields } from "~/platform/http/submit-form.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Your dates · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const ended = new URL(args.request.url).searchParams.get("done") === "ended";
  return { ...(await calendarPage(actor)), ended, timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  switch ((await readFields(args.request)).get("form")) {
    case "subscribe":
      return { address: await subscribe(actor) };
    case "unsubscribe":
      await unsubscribe(actor);
      return redirect("/calendar?done=ended");
    default:
      throw new NotFound("form");
  }
}

export default function Calendar() {
  const { events, subscribedAt, ended, timeZone } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <Page
      title="Your dates"
      lead={`When what your work requires is due, and when what you hold can be renewed and ends. Days are those in ${timeZone.replaceAll("_", " ")}.`}
      width="text"
      actions={
        events.length > 0 ? (
          <ButtonLink to="/calendar.ics" reloadDocument variant="secondary">
            <Download aria-hidden />
            Download as a calendar file
          </ButtonLink>
        ) : null
      }
    >
      {ended && !made ? (
        <Notice kind="success">The subscription is ended. The address answers nobody any more.</Notice>
      ) : null}
      <Section title="Dates" titleHidden>
        {events.length === 0 ? (
          <EmptyState title="No dates">
            As soon as your job role requires a certification, or you hold one that ends, its dates are here
            and in your calendar program.
          </EmptyState>
        ) : (
          <Table caption="Your dates" captionHidden>
            <thead>
              <tr>
                <Th>Day</Th>
                <Th>What</Th>
              </tr>
            </thead>
            <tbody>
              {events.map(({ key, day, summary }) => (
                <tr key={key}>
                  <Td className="whitespace-nowrap tabular-nums">{dayInWords(day)}</Td>
                  <Td>{summary}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      <SubscriptionSection subscribedAt={subscribedAt} address={made?.address ?? null} timeZone={timeZone} />
    </Page>
  );
}
