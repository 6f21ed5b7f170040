import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { CheckboxGroup, TextArea, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { settingsForm } from "./rule-forms";
import type { SettingsVersion } from "./rule-queries.server";
import { WEEKDAYS } from "./rule-words";

interface Props {
  settings: SettingsVersion;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function ReminderSettingsForm({ settings, lastResult }: Props) {
  const { digestHour, workingDays, holidays, number } = settings;
  const [form, fields] = useSchemaForm(settingsForm, {
    id: "settings",
    lastResult,
    defaultValue: {
      digestHour,
      workingDays: workingDays.map((day) => String(day) as "1"),
      holidays: holidays.join("\n"),
    },
  });
  return (
    <Form method="post" preventScrollReset className="grid max-w-2xl gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="settings" />
      <input type="hidden" name="number" value={number} />
      <TextField
        label="Hour of the day"
        hint="Where each person is: at 8, everyone finds it in their own morning."
        type="number"
        min={0}
        max={23}
        step={1}
        field={fields.digestHour}
        className="max-w-xs"
      />
      <CheckboxGroup
        label="Working days"
        inline
        field={fields.workingDays}
        options={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))}
      />
      <TextArea
        label="Company holidays"
        hint="One day a line, such as 2026-12-25."
        rows={5}
        field={fields.holidays}
        className="max-w-xs"
      />
      <TextField label="Reason" field={fields.reason} />
      <Button>Save the settings</Button>
    </Form>
  );
}
