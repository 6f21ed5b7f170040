import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { FieldErrors, Hint } from "~/ui/field-parts";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import { FILE_RULE, sendForm } from "./external-form";

interface Props {
  issuer: string | null;
  /** The day it is for the holder. */
  today: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function SendCertificateForm({ issuer, today, lastResult }: Props) {
  const [form, fields] = useSchemaForm(sendForm, { id: "send", lastResult });
  const sending = useNavigation().state === "submitting";
  const errors = fields.file.errors ?? [];
  const again = lastResult?.status === "error";
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="grid max-w-[40rem] gap-5"
      {...getFormProps(form)}
    >
      <FormErrors form={form} title="Nothing was sent yet" />
      <input type="hidden" name="form" value="send" />
      <div className="grid gap-1.5">
        <label htmlFor={fields.file.id} className="text-sm font-medium">
          The certificate
        </label>
        <Hint id={fields.file.descriptionId}>
          A scan or a photograph on which everything can be read: PDF, PNG or JPEG, at most{" "}
          {FILE_RULE.megabytes} MB.
          {again ? " Choose the file again: a browser does not keep it." : ""}
        </Hint>
        <input
          id={fields.file.id}
          type="file"
          name="file"
          accept=".pdf,.png,.jpg,.jpeg"
          aria-describedby={
            errors.length > 0
              ? `${fields.file.descriptionId} ${fields.file.errorId}`
              : fields.file.descriptionId
          }
          aria-invalid={errors.length > 0 || undefined}
          className="min-h-9 max-w-full text-sm file:mr-3 file:min-h-9 file:rounded-md file:border file:border-solid file:border-edge/60 file:bg-surface file:px-3.5 file:font-medium file:text-ink hover:file:bg-hover"
        />
        <FieldErrors id={fields.file.errorId} errors={errors} />
      </div>
      <TextField
        label="Issued by"
        field={fields.issuer}
        hint={issuer ? `As it is printed. Asked for: ${issuer}.` : "As it is printed."}
      />
      <TextField label="Number" field={fields.number} hint="As it is printed." autoComplete="off" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label="Issued on" type="date" field={fields.issuedOn} max={today} />
        <TextField
          label="Last day (optional)"
          type="date"
          field={fields.expiresOn}
          hint="Leave it empty where it does not end."
        />
      </div>
      <p className="text-sm text-muted">
        Your manager or an administrator checks it. They see the file and what you typed; auditors can open it
        too.
      </p>
      <Button disabled={sending}>{sending ? "Sending…" : "Send it in"}</Button>
    </Form>
  );
}
