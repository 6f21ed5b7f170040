import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";

interface PublishFormProps {
  edits: number;
  revision: number;
  note: string;
  errors: readonly string[] | undefined;
}

export function PublishForm({ edits, revision, note, errors }: PublishFormProps) {
  const first = revision === 0;
  const sending = useNavigation().formMethod === "POST";
  return (
    <Form method="post" className="grid max-w-[38rem] gap-4">
      <input type="hidden" name="form" value="publish" />
      <input type="hidden" name="edits" value={edits} />
      <TextArea
        label={first ? "Note for the record (optional)" : "What changed"}
        hint={
          first
            ? "Kept with the revision, such as why the course was written."
            : "One sentence for those who have read the course before, such as: the limits in lesson 2 are the ones of 2027."
        }
        name="note"
        rows={3}
        defaultValue={note}
        errors={errors}
      />
      <Button disabled={sending}>
        {sending ? "Publishing…" : first ? "Publish the course" : `Publish revision ${revision + 1}`}
      </Button>
    </Form>
  );
}
