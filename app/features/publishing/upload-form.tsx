import { Form, useNavigation } from "@remix-run/react";
import { Upload } from "lucide-react";
import { useId } from "react";
import { Button } from "~/ui/button";
import { FieldErrors } from "~/ui/field-parts";
import { draftBounds } from "./draft-rules";

const ACCEPT = ".png,.jpg,.jpeg,.webp,.svg,.webm,.mp4,.vtt,.pdf,.csv,.txt";

interface UploadFormProps {
  left: number;
  errors: readonly string[];
}

export function UploadForm({ left, errors }: UploadFormProps) {
  const id = useId();
  const sending = useNavigation().formData?.get("form") === "upload";
  const { filesAtOnce, fileBytes, files } = draftBounds;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="grid gap-3 rounded-md border border-line bg-surface p-4"
    >
      <input type="hidden" name="form" value="upload" />
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          Files to upload
        </label>
        <p id={`${id}-hint`} className="text-sm text-muted">
          Pictures (PNG, JPEG, WebP, SVG), films (WebM, MP4) with captions (VTT), and files to download (PDF,
          CSV, TXT). Up to {fileBytes / 1_000_000} MB each, {filesAtOnce} at once; this course has room for{" "}
          {left} of {files}. A file with the name of another replaces it.
        </p>
        <input
          id={id}
          type="file"
          name="files"
          multiple
          accept={ACCEPT}
          aria-describedby={errors.length > 0 ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={errors.length > 0 || undefined}
          className="min-h-9 max-w-full text-sm file:mr-3 file:min-h-9 file:rounded-md file:border file:border-solid file:border-edge/60 file:bg-surface file:px-3.5 file:font-medium file:text-ink hover:file:bg-hover"
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
