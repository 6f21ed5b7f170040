import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { useSchemaForm } from "~/ui/schema-form";
import { newLesson } from "./course-settings";

interface AddLessonProps {
  first: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function AddLesson({ first, lastResult }: AddLessonProps) {
  const [form, fields] = useSchemaForm(newLesson, { id: "add-lesson", lastResult });
  return (
    <Form method="post" className="flex flex-wrap items-end gap-3" {...getFormProps(form)}>
      <input type="hidden" name="form" value="add-lesson" />
      <TextField
        label={first ? "Title of the first lesson" : "Title of a further lesson"}
        autoComplete="off"
        field={fields.title}
        className="min-w-56 flex-1"
      />
      <Button variant={first ? "primary" : "secondary"}>
        <Plus aria-hidden />
        Add the lesson
      </Button>
    </Form>
  );
}
