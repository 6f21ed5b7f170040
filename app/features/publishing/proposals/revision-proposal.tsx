import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { TextArea } from "~/ui/field";
import { Section } from "~/ui/page";

interface RevisionProposalProps {
  proposal: {
    id: string;
    kind: string;
    reason: string;
    note: string;
    proposedAt: Date;
    proposedBy: string;
    mine: boolean;
    outdated: boolean;
  };
  answer: string | undefined;
  errors: readonly string[] | undefined;
  timeZone: string;
}

export function RevisionProposal({ proposal, answer, errors, timeZone }: RevisionProposalProps) {
  const { id, kind, reason, note, proposedAt, proposedBy, mine, outdated } = proposal;
  return (
    <Section title="A revision waits for a second person">
      <p>
        {proposedBy} proposed a revision of the kind {kind} on{" "}
        <DateTime value={proposedAt} timeZone={timeZone} />. Until it is decided, the revision before stays in
        force.
      </p>
      <blockquote className="mt-3 border-l-2 border-line pl-4">
        <p>{note}</p>
        <p className="text-sm text-muted">Why this kind: {reason}</p>
      </blockquote>
      {outdated ? (
        <p className="mt-3 font-medium">The draft was edited since, so this can no longer be confirmed.</p>
      ) : null}
      {mine ? (
        <Form method="post" className="mt-5">
          <input type="hidden" name="proposal" value={id} />
          <Button variant="secondary" name="form" value="withdraw">
            Withdraw the proposal
          </Button>
        </Form>
      ) : (
        <div className="mt-5 grid max-w-lg gap-6">
          {outdated ? null : (
            <Form method="post">
              <input type="hidden" name="proposal" value={id} />
              <Button name="form" value="confirm">
                Confirm: publish the revision
              </Button>
            </Form>
          )}
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="proposal" value={id} />
            <TextArea
              label="Why it should not be published"
              name="answer"
              rows={3}
              hint={`${proposedBy} reads it.`}
              defaultValue={answer ?? ""}
              errors={errors}
            />
            <div>
              <Button variant="secondary" name="form" value="decline">
                Decline: the one before stays in force
              </Button>
            </div>
          </Form>
        </div>
      )}
    </Section>
  );
}
