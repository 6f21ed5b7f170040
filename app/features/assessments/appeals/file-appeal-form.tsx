import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { appealForm } from "./appeal-form";
import { DAYS_TO_DECIDE, LONGEST_GROUNDS } from "./appeal-rules";
import { aboutWords } from "./appeal-words";
import type { OwnAppeals } from "./own-appeals.server";

interface Props {
  questions: OwnAppeals["questions"];
  /** The question that the person came from. */
  about: string | null;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function FileAppealForm({ questions, about, lastResult }: Props) {
  const known = questions.some(({ position }) => String(position) === about);
  const [form, fields] = useSchemaForm(appealForm, {
    id: "file",
    lastResult,
    ...(known && about !== null ? { defaultValue: { about } } : {}),
  });
  return (
    <Form method="post" className="grid max-w-[40rem] gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="Your appeal was not filed yet" />
      <input type="hidden" name="form" value="file" />
      <SelectField
        label="What is it about?"
        field={fields.about}
        placeholder="Choose"
        options={[
          { value: "test", label: aboutWords(null) },
          ...questions.map(({ position, section }) => ({
            value: String(position),
            label: `${aboutWords(position)}, ${section}`,
          })),
        ]}
      />
      <TextArea
        label="What should be different, and why?"
        hint={`Up to ${LONGEST_GROUNDS.toLocaleString("en")} characters. Who decides reads this beside your answer, without your name: leave it out here too.`}
        rows={7}
        field={fields.grounds}
      />
      <p className="text-sm text-muted">
        Somebody who has not marked your test and does not lead your team decides within {DAYS_TO_DECIDE}{" "}
        days. An appeal never makes a result worse by itself; a second marking can go either way.
      </p>
      <Button>File the appeal</Button>
    </Form>
  );
}
