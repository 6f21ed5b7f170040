import { Form } from "@remix-run/react";
import { fileUrl, type AssetRef } from "~/features/content/lesson";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { fileSize, snippetFor } from "./file-names";
import { SourceSample } from "./source-sample";

export interface FileTrouble {
  readonly name: string;
  readonly message: string;
  /** The new name as it was typed, when renaming was refused. */
  readonly typed: string | null;
}

interface FileListProps {
  files: readonly AssetRef[];
  trouble: FileTrouble | null;
}

export function FileList({ files, trouble }: FileListProps) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface">
      {files.map((file) => (
        <li key={file.name} id={`file-${file.name}`} className="flex scroll-mt-20 flex-wrap gap-4 px-4 py-3">
          <Thumbnail file={file} />
          <div className="grid min-w-52 flex-1 content-start gap-1.5">
            <p className="font-medium break-words">{file.name}</p>
            <p className="text-sm text-muted">
              {file.width && file.height ? `${file.width} × ${file.height} pixels, ` : ""}
              {fileSize(file.bytes)}
            </p>
            <SourceSample label={`What to write for ${file.name}`} className="select-all">
              {snippetFor(file)}
            </SourceSample>
            <FileChanges file={file} trouble={trouble?.name === file.name ? trouble : null} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ file }: { file: AssetRef }) {
  const look = "h-24 w-32 shrink-0 rounded-sm border border-line bg-canvas";
  if (file.mediaType.startsWith("image/"))
    return (
      <a href={fileUrl(file)} className={look} aria-label={`Open ${file.name}`}>
        <img src={fileUrl(file)} alt="" loading="lazy" className="size-full object-contain" />
      </a>
    );
  return (
    <a
      href={fileUrl(file)}
      className={`${look} grid place-items-center text-sm text-muted uppercase`}
      aria-label={`Open ${file.name}`}
    >
      {file.name.split(".").pop()}
    </a>
  );
}

function FileChanges({ file: { name }, trouble }: { file: AssetRef; trouble: FileTrouble | null }) {
  return (
    <details open={trouble ? true : undefined}>
      <summary className="min-h-6 w-fit text-sm text-muted hover:text-ink">
        Rename or delete<span className="sr-only"> {name}</span>
      </summary>
      <div className="grid gap-4 py-2">
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="form" value="rename" />
          <input type="hidden" name="name" value={name} />
          <TextField
            label="New name"
            id={`rename-${name}`}
            name="newName"
            defaultValue={trouble?.typed ?? name}
            errors={trouble && trouble.typed !== null ? [trouble.message] : undefined}
            autoComplete="off"
            spellCheck={false}
            className="min-w-52 flex-1"
          />
          <Button variant="secondary">Rename</Button>
        </Form>
        <Form method="post" preventScrollReset className="grid gap-2">
          <input type="hidden" name="form" value="delete" />
          <input type="hidden" name="name" value={name} />
          {trouble && trouble.typed === null ? (
            <p role="alert" className="text-sm font-medium text-expired">
              {trouble.message}
            </p>
          ) : null}
          <Button variant="danger">Delete {name}</Button>
        </Form>
      </div>
    </details>
  );
}
