import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import type { InvigilatedTest } from "./invigilated-tests.server";
import { LONGEST_ROOM, openRoomForm, SHORTEST_ROOM, USUAL_ROOM } from "./room-form";

interface Props {
  tests: readonly InvigilatedTest[];
  lastResult: SubmissionResult<string[]> | undefined;
}

export function OpenRoomForm({ tests, lastResult }: Props) {
  const [form, fields] = useSchemaForm(openRoomForm, {
    id: "open-room",
    lastResult,
    defaultValue: { minutes: USUAL_ROOM, ...(tests.length === 1 ? { assessmentId: tests[0]!.id } : {}) },
  });
  return (
    <Form method="post" className="grid max-w-md gap-5" {...getFormProps(form)}>
      <FormErrors form={form} title="The room was not opened" />
      <SelectField
        label="Test"
        placeholder="Choose"
        options={tests.map(({ id, title }) => ({ value: id, label: title }))}
        field={fields.assessmentId}
      />
      <TextField
        label="Minutes in which the test can be started"
        type="number"
        inputMode="numeric"
        min={SHORTEST_ROOM}
        max={LONGEST_ROOM}
        step={1}
        hint="Whoever has started keeps the full time of the test."
        field={fields.minutes}
      />
      <Button>Open the room</Button>
    </Form>
  );
}
