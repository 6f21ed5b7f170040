/** How marking is spoken of on pages. */
import { whatWasDone } from "~/platform/http/what-was-done";

/** 1 first, 2 second, 3 and later the deciding one. */
export function roleWord(number: number): string {
  if (number === 1) return "First marking";
  return number === 2 ? "Second marking" : "Deciding marking";
}

export function roleLead(number: number): string {
  if (number === 1) return "You are the first to mark it.";
  if (number === 2)
    return "Somebody else has marked it. Their marks stay hidden, so that yours are your own.";
  return "The first two markers are apart on what is below. What you give decides.";
}

const done: Readonly<Record<string, string>> = {
  marked: "Saved. The marking is complete, and the result is recorded.",
  "handed-on": "Saved. Somebody else marks it next, and the result follows from both.",
  "already-marked": "Somebody else marked it before yours arrived, so your marks were not used.",
  "marked-by-you": "You had marked it already, and those marks stand.",
  "appeal-decided-by-you": "You decided an appeal about that one, so somebody else marks it.",
  requested: "Asked. It waits in the queue of everyone else who may mark it.",
};

/** Said on the page that follows. @param next whether that is another marking */
export function markingDone(request: Request, next: boolean): string | null {
  const words = whatWasDone(request, done);
  return words && next ? `${words} This is the next one.` : words;
}

export function fileWords({ mediaType, bytes }: { mediaType: string; bytes: number }): string {
  const size =
    bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return `${kinds[mediaType] ?? "File"}, ${size}`;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const kinds: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  [`${OFFICE}.wordprocessingml.document`]: "Word document",
  [`${OFFICE}.spreadsheetml.sheet`]: "Excel workbook",
  [`${OFFICE}.presentationml.presentation`]: "PowerPoint presentation",
  "application/vnd.oasis.opendocument.text": "OpenDocument text",
  "image/png": "PNG picture",
  "image/jpeg": "JPEG picture",
  "text/plain": "Text",
  "text/csv": "CSV table",
};
