import { Form } from "@remix-run/react";
import { MonitorSmartphone } from "lucide-react";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import type { OwnSession } from "./session-queries.server";

interface Props {
  sessions: readonly OwnSession[];
  timeZone: string;
}

export function SessionList({ sessions, timeZone }: Props) {
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {sessions.map(({ id, device, createdAt, lastSeenAt, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
            <div className="flex min-w-0 items-start gap-3">
              <MonitorSmartphone aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
              <div className="min-w-0">
                <p className="font-medium">{device}</p>
                <p className="text-sm text-muted">
                  {isThis ? "This device, in use now" : <LastUse {...{ lastSeenAt, timeZone }} />}, signed in{" "}
                  <DateTime value={createdAt} timeZone={timeZone} format="datetime" />
                </p>
              </div>
            </div>
            {isThis ? null : (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="form" value="end-session" />
                <input type="hidden" name="sessionId" value={id} />
                <Button variant="secondary" size="small" aria-label={`Sign out ${device}`}>
                  Sign out
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="form" value="end-others" />
          <Button variant="secondary">Sign out everywhere else</Button>
        </Form>
      ) : null}
    </div>
  );
}

function LastUse({ lastSeenAt, timeZone }: { lastSeenAt: Date; timeZone: string }) {
  return (
    <>
      Last used <DateTime value={lastSeenAt} timeZone={timeZone} format="relative" />
    </>
  );
}
