import { Form, useNavigation } from "@remix-run/react";
import type { OrganisationNames } from "~/features/people/organisation-names.server";
import { languages } from "~/features/publishing/course-settings";
import { Button } from "~/ui/button";
import { CheckboxGroup, RadioGroup, SelectField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { UnsavedGuard } from "~/ui/unsaved-guard";
import { Section } from "~/ui/page";
import { SectionRows } from "./section-rows";
import type { SettingsState } from "./settings-action.server";
import type { BankChoice } from "./test-queries.server";
import { boxes, EnterSaves, field, Line, Lines, problemSummary, Tick, type TypedForm } from "./typed-fields";

const languageOptions = Object.entries(languages).map(([value, label]) => ({ value, label }));

interface SettingsFormProps {
  state: SettingsState;
  version: number;
  published: boolean;
  banks: readonly BankChoice[];
  available: readonly number[];
  names: Pick<OrganisationNames, "jobRoles" | "regions">;
  timeZone: string;
  /** Sent, and not saved. */
  refused: boolean;
}

/** All rules of a test. Works without JavaScript: every button sends what was typed. */
export function TestSettingsForm(props: SettingsFormProps) {
  const { state, version, published, banks, available, names, refused } = props;
  const form: TypedForm = { id: "settings", typed: state.typed, problems: state.problems };
  const sending = useNavigation().state === "submitting";
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form method="post" preventScrollReset className="grid max-w-[52rem] gap-10">
      <EnterSaves />
      <UnsavedGuard refused={refused} />
      <FormErrors form={problemSummary(form, state.errors)} />
      <input type="hidden" name="form" value="settings" />
      <input type="hidden" name="version" value={version} />
      <Section title="What it is">
        <Line form={form} name="title" label="Title" />
        <Lines form={form} name="summary" rows={2} label="Summary" />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <SelectField {...field(form, "language")} label="Language" options={languageOptions} />
          <Line
            form={form}
            name="standard"
            label="Standard"
            hint="Optional, such as iso-9001:2015: results are then shown by its clauses."
          />
        </div>
      </Section>
      <Section title="Questions">
        <SectionRows form={form} banks={banks} available={available} />
        <Tick form={form} name="shuffle.questions" label="Shuffle the questions of a section" />
        <Tick form={form} name="shuffle.options" label="Shuffle the options of a question" />
      </Section>
      <Section title="Passing">
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Line form={form} name="passMark" label="Pass mark, %" inputMode="decimal" />
          <Line
            form={form}
            name="clausePassMark"
            label="Of every clause, %"
            hint="Optional: needed in each clause as well."
            inputMode="decimal"
          />
        </div>
        <Tick form={form} name="secondMarking" label="Two people mark what is marked by hand" />
      </Section>
      <Section title="Time">
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <Line form={form} name="minutes" label="Minutes" inputMode="numeric" />
          <Line
            form={form}
            name="warnMinutes"
            label="Warn, minutes before the end"
            hint="5 where nothing is said."
            inputMode="numeric"
          />
          <Line
            form={form}
            name="graceSeconds"
            label="Grace, seconds"
            hint="For slow networks, after the time shown."
            inputMode="numeric"
          />
        </div>
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Line
            form={form}
            name="window.opensAt"
            label="Open from"
            type="datetime-local"
            hint={`Optional. Your time, ${props.timeZone}.`}
          />
          <Line
            form={form}
            name="window.closesAt"
            label="Open until"
            type="datetime-local"
            hint="Optional. A sitting ends then whatever time it has left."
          />
        </div>
      </Section>
      <Section title="Attempts">
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <Line form={form} name="attempts.max" label="How many" inputMode="numeric" />
          <Line form={form} name="attempts.waitHours" label="Hours between them" inputMode="decimal" />
          <Line
            form={form}
            name="attempts.renewDays"
            label="Days until a fresh set"
            hint="After the last of them failed."
            inputMode="numeric"
          />
        </div>
        <RadioGroup
          {...field(form, "attempts.afterLast")}
          label="When the last one failed"
          options={[
            { value: "renew", label: "A fresh set opens by itself" },
            { value: "closed", label: "The test is closed until a manager grants another set" },
          ]}
        />
      </Section>
      <Section title="Sitting">
        <RadioGroup
          {...field(form, "page")}
          label="A page shows"
          inline
          options={[
            { value: "section", label: "a section" },
            { value: "question", label: "one question" },
          ]}
        />
        <SelectField
          {...field(form, "book")}
          label="Books and notes"
          placeholder="Nothing is said of them"
          className="max-w-80"
          options={[
            { value: "open", label: "May be used" },
            { value: "closed", label: "May not be used" },
          ]}
        />
        <Lines
          form={form}
          name="declaration"
          rows={2}
          label="Declaration"
          hint="What people confirm before they start. Optional."
        />
        <Tick
          form={form}
          name="invigilated"
          label="Somebody watches over it"
          hint="It then starts with a code from whoever does."
        />
      </Section>
      <Section title="For whom">
        <div className="grid gap-6 sm:grid-cols-2">
          <CheckboxGroup
            {...boxes(form, "jobRoles")}
            label="For which job roles"
            hint="None chosen means all."
            options={options(names.jobRoles)}
          />
          <CheckboxGroup
            {...boxes(form, "regions")}
            label="In which regions"
            hint="None chosen means all."
            options={options(names.regions)}
          />
        </div>
      </Section>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="publish" disabled={sending}>
          {published ? "Publish the changes" : "Publish the test"}
        </Button>
        <Button name="intent" value="save" variant="secondary" disabled={sending}>
          Save as a draft
        </Button>
      </div>
    </Form>
  );
}
