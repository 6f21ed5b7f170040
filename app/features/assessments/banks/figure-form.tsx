import { Form, useNavigation } from "@remix-run/react";
import { Upload } from "lucide-react";
import { useId } from "react";
import { Button } from "~/ui/button";
import { FieldErrors, Hint } from "~/ui/field-parts";
import { bankBounds } from "./bank-bounds";

export const filePicker =
  "min-h-9 max-w-full text-sm file:mr-3 file:min-h-9 file:rounded-md file:border file:border-solid file:border-edge/60 file:bg-surface file:px-3.5 file:font-medium file:text-ink hover:file:bg-hover";

export function FigureForm({ errors }: { errors: readonly string[] }) {
  const id = useId();
  const sending = useNavigation().state === "submitting";
  const { figureBytes, figuresAtOnce } = bankBounds;
  return (
    <Form method="post" encType="multipart/form-data" className="grid max-w-[44rem] gap-3">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          Pictures to upload
        </label>
        <Hint id={`${id}-hint`}>
          PNG, JPEG, WebP or SVG, up to {figureBytes / 1_000_000} MB each, {figuresAtOnce} at once. One with
          the name of another takes its place; questions show the one that they were saved with until they are
          saved again.
        </Hint>
        <input
          id={id}
          type="file"
          name="figures"
          multiple
          accept=".png,.jpg,.jpeg,.webp,.svg"
          aria-describedby={errors.length > 0 ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={errors.length > 0 || undefined}
          className={filePicker}
        />
        <FieldErrors id={`${id}-error`} errors={errors} />
      </div>
      <Button disabled={sending}>
        <Upload aria-hidden />
        {sending ? "Uploading…" : "Upload"}
      </Button>
    </Form>
  );
}
