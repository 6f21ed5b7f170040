import { Form, useNavigation } from "@remix-run/react";
import { FileSearch } from "lucide-react";
import { useId } from "react";
import { Button } from "~/ui/button";
import { SelectField, TextArea } from "~/ui/field";
import { FieldErrors, Hint } from "~/ui/field-parts";
import { bankBounds } from "./bank-bounds";
import { EXPORT_FORMATS, formats } from "./exchange-names";
import { filePicker } from "./figure-form";

const options = EXPORT_FORMATS.map((value) => ({ value, label: formats[value].name }));

interface ImportFormProps {
  errors: readonly string[];
  /** What was pasted and chosen before. */
  typed?: { readonly pasted: string; readonly format: string } | undefined;
}

export function ImportForm({ errors, typed = { pasted: "", format: "" } }: ImportFormProps) {
  const id = useId();
  const sending = useNavigation().state === "submitting";
  return (
    <Form method="post" encType="multipart/form-data" className="grid max-w-[44rem] gap-5">
      <input type="hidden" name="form" value="preview" />
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          File
        </label>
        <Hint id={`${id}-hint`}>
          GIFT, Aiken, Moodle XML or CSV, up to {bankBounds.importBytes / 1_000_000} MB and{" "}
          {bankBounds.importQuestions.toLocaleString("en")} questions. Nothing is saved before you have seen
          what it would change.
        </Hint>
        <input
          id={id}
          type="file"
          name="file"
          accept=".txt,.gift,.xml,.csv,text/plain,text/csv,text/xml,application/xml"
          aria-describedby={errors.length > 0 ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={errors.length > 0 || undefined}
          className={filePicker}
        />
        <FieldErrors id={`${id}-error`} errors={errors} />
      </div>
      <TextArea
        label="Or paste the questions"
        name="pasted"
        rows={typed.pasted === "" ? 6 : 14}
        code
        defaultValue={typed.pasted}
      />
      <SelectField
        label="Format"
        name="format"
        defaultValue={typed.format}
        placeholder="Find out from the file"
        options={options}
        className="max-w-80"
      />
      <Button disabled={sending}>
        <FileSearch aria-hidden />
        {sending ? "Reading…" : "Look at it"}
      </Button>
    </Form>
  );
}
