import { Download } from "lucide-react";
import type { QuestionToMark } from "./find-marking.server";
import { fileWords } from "./marking-words";

interface Props extends Pick<QuestionToMark, "position" | "text" | "file"> {
  attemptId: string;
  language: string;
}

/** What was handed in: text as text, its lines kept; a file to save. */
export function ResponseShown({ attemptId, language, position, text, file }: Props) {
  return (
    <div className="grid gap-1.5">
      <h3 className="text-sm font-medium">Answer</h3>
      {text === null ? null : (
        <>
          <p
            lang={language}
            className="max-w-[44rem] rounded-md border border-line bg-surface px-4 py-3 break-words whitespace-pre-wrap"
          >
            {text}
          </p>
          <p className="text-sm text-muted">{wordCount(text)}</p>
        </>
      )}
      {file === null ? null : (
        <p>
          <a
            href={`/attempts/${attemptId}/files/${position}`}
            download
            className="link inline-flex min-h-6 items-center gap-1.5"
          >
            <Download aria-hidden className="size-4" />
            Save the file that was handed in
          </a>{" "}
          <span className="text-sm text-muted">({fileWords(file)})</span>
        </p>
      )}
    </div>
  );
}

function wordCount(text: string): string {
  const words = text.trim().split(/\s+/).length;
  return `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`;
}
