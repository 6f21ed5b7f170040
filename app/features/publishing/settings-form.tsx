import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { courseKindNames } from "~/features/content/course-kind-names";
import { courseKinds, type Audience } from "~/features/content/lesson";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxGroup, SelectField, TextArea, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import type { AudienceNames } from "./audience-words";
import { changedSettings, languages, newCourse } from "./course-settings";
import { slugOf } from "./draft-rules";

const kinds = courseKinds.map((value) => ({ value, label: courseKindNames[value] }));
const languageOptions = Object.entries(languages).map(([value, label]) => ({ value, label }));

interface FormProps {
  names: AudienceNames;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function NewCourseForm({ names, lastResult }: FormProps) {
  const [form, fields] = useSchemaForm(newCourse, {
    id: "new",
    lastResult,
    defaultValue: { kind: "technology", language: "en" },
  });
  return (
    <Form method="post" className="grid max-w-[38rem] gap-6" {...getFormProps(form)}>
      <FormErrors form={form} />
      <SettingsFields fields={fields} names={names} />
      <TextField
        label="Address"
        hint="The last part of the course's web address. Left empty, it is made from the title. It stays the same once the course is published."
        placeholder={slugOf(fields.title.value ?? "")}
        autoComplete="off"
        spellCheck={false}
        field={fields.slug}
      />
      <div className="flex gap-3">
        <Button>Create the course</Button>
        <ButtonLink to="/studio" variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}

interface SettingsFormProps extends FormProps {
  draft: {
    title: string;
    summary: string;
    kind: string;
    language: string;
    slug: string;
    audience: Audience;
    version: number;
  };
  slugFixed: boolean;
}

export function SettingsForm({ draft, names, lastResult, slugFixed }: SettingsFormProps) {
  const { title, summary, slug, audience, version } = draft;
  const [form, fields] = useSchemaForm(changedSettings, {
    id: "settings",
    lastResult,
    defaultValue: {
      title,
      summary,
      slug,
      kind: draft.kind,
      language: draft.language,
      jobRoles: [...audience.jobRoles],
      regions: [...audience.regions],
    },
  });
  return (
    <Form method="post" className="grid max-w-[38rem] gap-6" {...getFormProps(form)} key={version}>
      <FormErrors form={form} />
      <input type="hidden" name="form" value="settings" />
      {/* The version as the server has it now: after a conflict was shown, saving again is a decision. */}
      <input type="hidden" name="version" value={version} />
      <SettingsFields fields={fields} names={names} />
      {slugFixed ? null : (
        <TextField
          label="Address"
          hint="The last part of the course's web address. It stays the same once the course is published."
          autoComplete="off"
          spellCheck={false}
          field={fields.slug}
        />
      )}
      <Button variant="secondary">Save the settings</Button>
    </Form>
  );
}

type Fields = ReturnType<typeof useSchemaForm<typeof newCourse>>[1];
type Shared = Pick<Fields, "title" | "summary" | "kind" | "language" | "jobRoles" | "regions">;

function SettingsFields({ fields, names }: { fields: Shared; names: AudienceNames }) {
  const options = (named: AudienceNames["regions"]) =>
    named.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextField label="Title" autoComplete="off" field={fields.title} />
      <TextArea
        label="Summary"
        hint="One or two sentences: what people will be able to do afterwards."
        rows={3}
        field={fields.summary}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField label="Kind" options={kinds} field={fields.kind} />
        <SelectField label="Language" options={languageOptions} field={fields.language} />
      </div>
      <div className="grid gap-6 sm:grid-cols-2">
        <CheckboxGroup
          label="For which job roles"
          hint="None chosen means all."
          options={options(names.jobRoles)}
          field={fields.jobRoles}
        />
        <CheckboxGroup
          label="In which regions"
          hint="None chosen means all."
          options={options(names.regions)}
          field={fields.regions}
        />
      </div>
    </>
  );
}
