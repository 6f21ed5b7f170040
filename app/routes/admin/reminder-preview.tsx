import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { digestPreview } from "~/features/notifications/admin/digest-preview.server";
import { dayInWords, dayOf, isDay } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { Table, Td, Th } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Preview of reminders · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const { searchParams } = new URL(args.request.url);
  const today = dayOf(now(), actor.timeZone);
  const typed = searchParams.get("on") ?? today;
  const error = isDay(typed) && typed >= today ? null : "Choose today or a later day, such as 2027-03-04.";
  const [id, name] = [searchParams.get("id"), searchParams.get("name")];
  const found = error ? null : await digestPreview(actor, typed, id && name !== null ? { id, name } : null);
  const next = found?.next ? `?${new URLSearchParams({ on: typed, ...found.next })}` : null;
  return {
    typed: typed.slice(0, 20),
    error,
    today,
    rows: found?.rows ?? [],
    dayOff: found?.dayOff ?? false,
    next,
  };
}

export default function ReminderPreview() {
  const { typed, error, today, rows, dayOff, next } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Who would be told what"
      lead="By the rules as they are now, and if nobody did anything until then."
      breadcrumbs={[{ label: "Reminders", to: "/admin/reminders" }]}
    >
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <TextField
          label="Day"
          type="date"
          name="on"
          min={today}
          defaultValue={typed}
          errors={error ? [error] : []}
        />
        <Button variant="secondary">Preview</Button>
      </Form>
      {rows.length > 0 ? (
        <Table caption={`On ${dayInWords(typed)}`} className="min-w-[34rem]">
          <thead>
            <tr>
              <Th>Person</Th>
              <Th>Is told</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ personId, name, lines }) => (
              <tr key={personId}>
                <Th scope="row">
                  <Link to={`/admin/people/${personId}`} className="link">
                    {name}
                  </Link>
                </Th>
                <Td>
                  <ul className="grid gap-1">
                    {lines.map(({ key, words, who }) => (
                      <li key={key}>
                        {who ? <span className="font-medium">{who}: </span> : null}
                        {words}
                      </li>
                    ))}
                  </ul>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : error ? null : (
        <EmptyState title={dayOff ? "Nothing is sent on that day" : "Nobody here would be told anything"}>
          {dayOff
            ? "It is no working day. What falls on it goes out on a working day before or after."
            : next
              ? "These people have nothing coming up on that day. Look at the next ones."
              : "Nothing falls due on that day by the rules in force."}
        </EmptyState>
      )}
      <Pager next={next} />
    </Page>
  );
}
