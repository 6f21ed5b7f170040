import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { createTeamForm, giveManagerForm, renameTeamForm } from "./people-forms";

interface FormProps {
  lastResult: SubmissionResult<string[]> | undefined;
}

export function CreateTeamForm({
  regions,
  lastResult,
}: FormProps & { regions: readonly { id: string; name: string }[] }) {
  const [form, fields] = useSchemaForm(createTeamForm, { id: "create-team", lastResult });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="create-team" />
      <TextField label="Name" autoComplete="off" field={fields.name} />
      <SelectField
        label="Region"
        placeholder="Choose"
        field={fields.regionId}
        options={regions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField label="Reason" field={fields.reason} />
      <Buttons>Create the team</Buttons>
    </Form>
  );
}

interface TeamProps extends FormProps {
  team: { id: string; name: string };
}

export function RenameTeamForm({ team, lastResult }: TeamProps) {
  const [form, fields] = useSchemaForm(renameTeamForm, {
    id: "rename-team",
    lastResult,
    defaultValue: { name: team.name },
  });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="rename-team" />
      <input type="hidden" name="teamId" value={team.id} />
      <TextField label="Name" autoComplete="off" field={fields.name} />
      <TextField label="Reason" field={fields.reason} />
      <Buttons>Rename</Buttons>
    </Form>
  );
}

export function GiveManagerForm({ team, today, lastResult }: TeamProps & { today: string }) {
  const [form, fields] = useSchemaForm(giveManagerForm, {
    id: "give-manager",
    lastResult,
    defaultValue: { from: today },
  });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="give-manager" />
      <input type="hidden" name="teamId" value={team.id} />
      <TextField
        label="E-mail address or employee number"
        hint="The person sees this team's coverage once they also have manager access."
        autoComplete="off"
        field={fields.person}
      />
      <TextField label="First day" type="date" field={fields.from} />
      <TextField label="Reason" field={fields.reason} />
      <Buttons>Make manager</Buttons>
    </Form>
  );
}

function Buttons({ children }: { children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <Button>{children}</Button>
      <ButtonLink to="/admin/organisation" variant="quiet" preventScrollReset>
        Cancel
      </ButtonLink>
    </div>
  );
}
