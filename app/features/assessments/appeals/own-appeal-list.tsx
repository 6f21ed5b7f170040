import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { AppealBadge } from "./appeal-badge";
import { aboutWords, remedyWords } from "./appeal-words";
import type { OwnAppeal } from "./own-appeals.server";

interface Props {
  appeals: readonly OwnAppeal[];
  timeZone: string;
}

/** The person's appeals to one attempt: where each stands, and by when. */
export function OwnAppealList({ appeals, timeZone }: Props) {
  return (
    <ul className="grid gap-6">
      {appeals.map((appeal) => (
        <li key={appeal.id} className="grid gap-2 border-t border-line pt-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="font-medium">{aboutWords(appeal.position)}</h3>
            <AppealBadge {...appeal} />
          </div>
          <p className="text-sm text-muted">
            Filed on <DateTime value={appeal.filedAt} timeZone={timeZone} format="datetime" />.{" "}
            <Deadline appeal={appeal} timeZone={timeZone} />
          </p>
          <p className="max-w-[44rem] break-words whitespace-pre-wrap">{appeal.grounds}</p>
          {appeal.decision ? (
            <div className="max-w-[44rem] border-l-2 border-line pl-3 text-sm">
              <p className="font-medium">
                {appeal.state === "upheld" ? `Upheld. ${remedyWords(appeal.remedy)}` : "Not upheld"}
              </p>
              <p className="break-words whitespace-pre-wrap">{appeal.decision}</p>
            </div>
          ) : null}
          {appeal.state === "open" ? (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="form" value="withdraw" />
              <input type="hidden" name="appealId" value={appeal.id} />
              <Button variant="secondary" size="small">
                Withdraw this appeal
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Deadline({ appeal, timeZone }: { appeal: OwnAppeal; timeZone: string }) {
  const { state, overdue, decideBy, decidedAt } = appeal;
  if (state !== "open")
    return (
      <>
        {state === "withdrawn" ? "Withdrawn" : "Decided"} on{" "}
        <DateTime value={decidedAt ?? decideBy} timeZone={timeZone} format="datetime" />.
      </>
    );
  const by = <DateTime value={decideBy} timeZone={timeZone} format="datetime" />;
  return overdue ? (
    <>A decision was due by {by}. Ask an administrator to see to it.</>
  ) : (
    <>You get a decision by {by}.</>
  );
}
