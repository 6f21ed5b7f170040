import { type FormMetadata, getFormProps } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import type { AwardChangeKind } from "./award-transitions";

interface Words {
  title: string;
  lead: string;
  button: string;
  dayHint: string;
}

export const changeWords: Readonly<Record<AwardChangeKind, Words>> = {
  suspended: {
    title: "Suspend",
    lead: "It stops counting at once, until an administrator reinstates it. For when something has to be looked into first.",
    button: "Suspend the certificate",
    dayHint: "When it should have stopped earlier, give the day from which.",
  },
  revoked: {
    title: "Revoke",
    lead: "You propose it with a reason. It goes on counting until a second person has confirmed: another administrator, or the holder's manager.",
    button: "Propose to revoke it",
    dayHint: "When it should not have counted earlier, give the day from which.",
  },
  surrendered: {
    title: "Give back",
    lead: "It stops counting, and you can earn it anew. It stays on record that you held it.",
    button: "Give the certificate back",
    dayHint: "Today unless you give an earlier day.",
  },
  reinstated: {
    title: "Reinstate",
    lead: "It counts again. What happened before stays on record.",
    button: "Reinstate the certificate",
    dayHint: "When it should never have stopped, give the day on which it did.",
  },
  corrected: {
    title: "Correct the dates",
    lead: "The certificate shows the new dates from now on, and what it said before stays on record.",
    button: "Correct the dates",
    dayHint: "",
  },
};

interface AwardChangeFieldsProps {
  kind: AwardChangeKind;
  form: FormMetadata<Record<string, unknown>>;
  today: string;
  dates: { from: string; until: string | undefined };
  back: string;
}

export function AwardChangeFields({ kind, form, today, dates, back }: AwardChangeFieldsProps) {
  const { lead, button, dayHint } = changeWords[kind];
  const fields = form.getFieldset();
  return (
    <Form method="post" className="grid max-w-lg gap-5" {...getFormProps(form)}>
      <p>{lead}</p>
      <FormErrors form={form} title="Nothing was changed" />
      <input type="hidden" name="intent" value={kind} />
      <TextArea label="Reason" field={fields.reason} rows={4} hint="The holder and auditors read it." />
      {kind === "corrected" ? (
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label="Valid from"
            type="date"
            field={fields.validFrom}
            defaultValue={dates.from}
            max={today}
          />
          <TextField
            label="Last day (empty: does not expire)"
            type="date"
            field={fields.validUntil}
            defaultValue={dates.until}
            hint="Certificates are dated in UTC, so that every copy says the same."
          />
        </div>
      ) : (
        <TextField
          label="From which day (optional)"
          type="date"
          field={fields.effectiveAt}
          max={today}
          hint={dayHint}
        />
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button variant={kind === "reinstated" || kind === "corrected" ? "primary" : "danger"}>
          {button}
        </Button>
        <Link to={back} className="link text-sm">
          Leave it as it is
        </Link>
      </div>
    </Form>
  );
}
