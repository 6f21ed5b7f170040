import { Link } from "@remix-run/react";
import { fileUrl, type AssetRef } from "~/features/content/lesson";
import { Button } from "~/ui/button";
import { useHydrated } from "~/ui/use-hydrated";
import { snippetFor } from "./file-names";

interface FilePickerProps {
  draftId: string;
  files: readonly AssetRef[];
  onInsert: (snippet: string) => void;
}

/** The draft's files with what to write to show each. */
export function FilePicker({ draftId, files, onInsert }: FilePickerProps) {
  const hydrated = useHydrated();
  return (
    <details className="rounded-md border border-line">
      <summary className="min-h-10 px-3 py-2 text-sm font-medium">
        Pictures and files of this course ({files.length})
      </summary>
      <div className="grid gap-3 border-t border-line p-3 text-sm">
        {files.length > 0 ? (
          <ul className="grid gap-3">
            {files.map((file) => (
              <li key={file.name} className="flex items-start gap-3">
                {file.mediaType.startsWith("image/") ? (
                  <img
                    src={fileUrl(file)}
                    alt=""
                    width={56}
                    height={40}
                    loading="lazy"
                    className="h-10 w-14 shrink-0 rounded-sm border border-line bg-surface object-contain"
                  />
                ) : (
                  <span
                    aria-hidden
                    className="grid h-10 w-14 shrink-0 place-items-center rounded-sm border border-line text-xs text-muted uppercase"
                  >
                    {file.name.split(".").pop()}
                  </span>
                )}
                <div className="min-w-0 flex-1">
                  <p className="font-medium break-words">{file.name}</p>
                  {hydrated ? (
                    <Button
                      type="button"
                      size="small"
                      variant="secondary"
                      className="mt-1"
                      aria-label={`Insert ${file.name}`}
                      onClick={() => onInsert(snippetFor(file))}
                    >
                      Insert
                    </Button>
                  ) : (
                    <code className="block font-mono text-xs break-words text-muted select-all">
                      {snippetFor(file)}
                    </code>
                  )}
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">There are none yet.</p>
        )}
        <p>
          <Link to={`/studio/${draftId}/pictures`} className="link">
            Upload and manage files
          </Link>
        </p>
      </div>
    </details>
  );
}
