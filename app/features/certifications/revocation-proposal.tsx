import { type FormMetadata, getFormProps } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Section } from "~/ui/page";

interface RevocationProposalProps {
  proposal: {
    id: string;
    reason: string;
    effectiveAt: Date;
    proposedAt: Date;
    proposedBy: string;
    mayAnswer: boolean;
    mine: boolean;
  };
  form: FormMetadata<Record<string, unknown>>;
  timeZone: string;
}

export function RevocationProposal({ proposal, form, timeZone }: RevocationProposalProps) {
  const { id, reason, effectiveAt, proposedAt, proposedBy, mayAnswer, mine } = proposal;
  return (
    <Section title="A revocation waits for a second person">
      <p>
        {proposedBy} proposed it on <DateTime value={proposedAt} timeZone={timeZone} />, to count from{" "}
        <DateTime value={effectiveAt} timeZone={timeZone} />. Until it is decided, the certificate stands as
        it is.
      </p>
      <blockquote className="mt-3 border-l-2 border-line pl-4">{reason}</blockquote>
      {mayAnswer ? (
        <div className="mt-5 grid max-w-lg gap-6">
          <Form method="post">
            <input type="hidden" name="proposal" value={id} />
            <Button variant="danger" name="intent" value="confirm">
              Confirm: revoke the certificate
            </Button>
          </Form>
          <Form method="post" className="grid gap-3" {...getFormProps(form)}>
            <FormErrors form={form} title="Nothing was decided" />
            <input type="hidden" name="proposal" value={id} />
            <TextArea
              label="Why it should stand"
              field={form.getFieldset().reason}
              rows={3}
              hint={`${proposedBy} reads it.`}
            />
            <div>
              <Button variant="secondary" name="intent" value="decline">
                Decline: it stands as it is
              </Button>
            </div>
          </Form>
        </div>
      ) : null}
      {mine ? (
        <Form method="post" className="mt-5">
          <input type="hidden" name="proposal" value={id} />
          <Button variant="secondary" name="intent" value="withdraw">
            Withdraw the proposal
          </Button>
        </Form>
      ) : null}
    </Section>
  );
}
