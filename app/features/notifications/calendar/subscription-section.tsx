import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

interface Props {
  subscribedAt: Date | null;
  /** Just made, and shown this once. */
  address: string | null;
  timeZone: string;
}

export function SubscriptionSection({ subscribedAt, address, timeZone }: Props) {
  return (
    <Section
      title="Subscribe in a calendar program"
      description="The program fetches your dates by itself and keeps them up to date. Whoever knows the address sees them, so treat it like a password."
    >
      {address ? (
        <Notice kind="success" title="Copy the address now: it is not shown again">
          <div className="grid gap-2">
            <TextField label="Address for your calendar program" value={address} readOnly name="address" />
            <p>In most programs the menu entry is called “Add calendar from URL” or “Subscribe”.</p>
          </div>
        </Notice>
      ) : null}
      {subscribedAt && !address ? (
        <p>
          There is an address since <DateTime value={subscribedAt} timeZone={timeZone} />.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Form method="post" preventScrollReset>
          <input type="hidden" name="form" value="subscribe" />
          <Button variant="secondary">
            {subscribedAt ? "Replace the address" : "Create a private address"}
          </Button>
        </Form>
        {subscribedAt ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="form" value="unsubscribe" />
            <Button variant="danger">End the subscription</Button>
          </Form>
        ) : null}
      </div>
    </Section>
  );
}
