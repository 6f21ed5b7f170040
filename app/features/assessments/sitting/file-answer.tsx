import { FileCheck, LoaderCircle } from "lucide-react";
import { useState, type ChangeEvent } from "react";
import { FieldErrors } from "~/ui/field-parts";
import { useHydrated } from "~/ui/use-hydrated";
import { fieldName, partName } from "./answer-form";
import type { AnswerControlProps } from "./answer-parts";
import { Criteria } from "./text-answer";

/** Without JavaScript the file goes with the form; with it, as soon as it is chosen. */
export function FileAnswer(props: AnswerControlProps) {
  const { question, problem, onFile } = props;
  const { position, files, answer } = question;
  const name = fieldName(position);
  const given = answer && "file" in answer ? answer.file : null;
  const hydrated = useHydrated();
  const [sending, setSending] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  if (!files) return null;

  async function send(event: ChangeEvent<HTMLInputElement>) {
    event.stopPropagation();
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    setSending(file.name);
    setRefused(null);
    setRefused(await onFile(position, file));
    setSending(null);
  }

  return (
    <div className="grid max-w-[44rem] gap-3">
      <Criteria {...props} />
      {given ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-surface px-3.5 py-2.5">
          <FileCheck aria-hidden className="size-5 text-valid" />
          <p className="min-w-0 grow break-words">
            {given.name} <span className="text-sm text-muted">{size(given.bytes)}, handed in</span>
          </p>
          <label className="inline-flex min-h-6 items-center gap-2 text-sm">
            <input type="checkbox" name={partName(position, "remove")} className="size-4 accent-accent" />
            Take it back
          </label>
        </div>
      ) : null}
      <input
        type="file"
        name={name}
        accept={files.types.map((type) => `.${type}`).join(",")}
        aria-label={given ? "Hand in another file instead" : "The file to hand in"}
        aria-invalid={(problem ?? refused) ? true : undefined}
        aria-describedby={`${name}-rule`}
        onChange={hydrated ? (event) => void send(event) : undefined}
        className="max-w-full text-sm file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-edge/60 file:bg-surface file:px-3.5 file:font-medium hover:file:bg-hover"
      />
      <p id={`${name}-rule`} className="text-sm text-muted">
        {files.types.join(", ")}; at most {files.megabytes} MB. A person marks it, so the result comes later.
      </p>
      <p role="status" className="flex items-center gap-1.5 text-sm text-muted empty:hidden">
        {sending ? (
          <>
            <LoaderCircle aria-hidden className="size-4" /> Sending {sending}
          </>
        ) : null}
      </p>
      <FieldErrors id={`${name}-file-error`} errors={refused ? [refused] : []} />
    </div>
  );
}

function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
