import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { CHANNELS, OCCASIONS } from "./reminder-rule";
import { addRuleForm, changeRuleForm, switchRuleForm } from "./rule-forms";
import type { RuleVersion } from "./rule-queries.server";
import { CHANNEL_WORDS, OCCASION_WORDS, TO_WORDS, toOf } from "./rule-words";

interface Props {
  lastResult: SubmissionResult<string[]> | undefined;
}

const named = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: words[value] }));
const TO = ["person", "managers", "everyone"] as const;
const daysField = {
  label: "Days before the date",
  hint: "0 for the day itself, -7 for seven days after. What falls on a day off is moved to a working day.",
  type: "number",
  step: 1,
  min: -365,
  max: 365,
} as const;

export function AddRuleForm({ lastResult }: Props) {
  const [form, fields] = useSchemaForm(addRuleForm, {
    id: "add-rule",
    lastResult,
    defaultValue: { channel: "both", to: "person" },
  });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="add-rule" />
      <SelectField
        label="What it is about"
        placeholder="Choose"
        field={fields.occasion}
        options={named(OCCASIONS, OCCASION_WORDS)}
      />
      <TextField {...daysField} field={fields.daysBefore} />
      <SelectField label="Who is told" field={fields.to} options={named(TO, TO_WORDS)} />
      <SelectField label="How" field={fields.channel} options={named(CHANNELS, CHANNEL_WORDS)} />
      <TextField label="Reason" field={fields.reason} />
      <Buttons>Add the rule</Buttons>
    </Form>
  );
}

export function ChangeRuleForm({ rule, lastResult }: Props & { rule: RuleVersion }) {
  const { daysBefore, channel, ruleId, number } = rule;
  const [form, fields] = useSchemaForm(changeRuleForm, {
    id: "change-rule",
    lastResult,
    defaultValue: { daysBefore, channel, to: toOf(rule) },
  });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="change-rule" />
      <input type="hidden" name="ruleId" value={ruleId} />
      <input type="hidden" name="number" value={number} />
      <TextField {...daysField} field={fields.daysBefore} />
      <SelectField label="Who is told" field={fields.to} options={named(TO, TO_WORDS)} />
      <SelectField label="How" field={fields.channel} options={named(CHANNELS, CHANNEL_WORDS)} />
      <TextField label="Reason" field={fields.reason} />
      <Buttons>Save the rule</Buttons>
    </Form>
  );
}

export function SwitchRuleForm({ rule, lastResult }: Props & { rule: RuleVersion }) {
  const [form, fields] = useSchemaForm(switchRuleForm, { id: "switch-rule", lastResult });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Nothing was switched" />
      <input type="hidden" name="form" value="switch-rule" />
      <input type="hidden" name="ruleId" value={rule.ruleId} />
      <input type="hidden" name="number" value={rule.number} />
      <TextField
        label={rule.active ? "Why it is switched off" : "Why it is switched on"}
        field={fields.reason}
      />
      <div>
        <Button variant={rule.active ? "danger" : "secondary"}>
          {rule.active ? "Switch the rule off" : "Switch the rule on"}
        </Button>
      </div>
    </Form>
  );
}

function Buttons({ children }: { children: string }) {
  return (
    <div className="flex gap-3">
      <Button>{children}</Button>
      <ButtonLink to="/admin/reminders" variant="quiet" preventScrollReset>
        Cancel
      </ButtonLink>
    </div>
  );
}
