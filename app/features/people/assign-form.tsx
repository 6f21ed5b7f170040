import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { ACCESS_WORDS } from "./access-words";
import { ACCESS } from "./held";
import type { OrganisationNames } from "./organisation-names.server";
import { assignForm } from "./people-forms";

interface Props {
  names: OrganisationNames;
  today: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function AssignForm({ names, today, lastResult }: Props) {
  const [form, fields] = useSchemaForm(assignForm, {
    id: "assign",
    lastResult,
    defaultValue: { from: today },
  });
  return (
    <Form method="post" preventScrollReset className="grid max-w-2xl gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="assign" />
      <SelectField
        label="What"
        placeholder="Choose"
        hint="A person belongs to one team at a time: a new one takes the old one's place from its first day."
        field={fields.value}
      >
        <Choices label="Job role" kind="job-role" list={names.jobRoles} />
        <Choices label="Member of team" kind="team-member" list={names.teams} />
        <Choices label="Manager of team" kind="team-manager" list={names.teams} />
        <Choices
          label="Access"
          kind="access"
          list={ACCESS.map((id) => ({ id, name: `${ACCESS_WORDS[id].name}: ${ACCESS_WORDS[id].opens}` }))}
        />
      </SelectField>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label="First day" type="date" field={fields.from} />
        <TextField label="Last day (leave empty if open)" type="date" field={fields.lastDay} />
      </div>
      <TextField label="Reason" field={fields.reason} />
      <Button className="justify-self-start">Give</Button>
    </Form>
  );
}

function Choices({
  label,
  kind,
  list,
}: {
  label: string;
  kind: string;
  list: readonly { id: string; name: string }[];
}) {
  return (
    <optgroup label={label}>
      {list.map(({ id, name }) => (
        <option key={id} value={`${kind}:${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
