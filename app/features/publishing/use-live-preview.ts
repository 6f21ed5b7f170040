import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { LessonPreview } from "./preview-lesson.server";
import { sendLive } from "./send-live";
import { textFields } from "./use-lesson-saving";

const PAUSE = 700;

export interface ShownPreview {
  /** Of the newest text that has been looked at; null before the first. */
  readonly preview: LessonPreview | null;
  /** The last text without problems, which stays in view while there are some. */
  readonly segments: LessonPreview["segments"];
  /** The text that was looked at. */
  readonly source: string;
  readonly title: string;
  readonly state: "current" | "updating" | "failed";
  readonly message: string | null;
}

/** Compiles on the server while someone types, as publishing will. */
export function useLivePreview(
  form: RefObject<HTMLFormElement>,
  address: string,
  first: { preview: LessonPreview | null; source: string; title: string },
) {
  const [shown, setShown] = useState<ShownPreview>({
    preview: first.preview,
    segments: first.preview?.segments ?? null,
    source: first.source,
    title: first.title,
    state: "current",
    message: null,
  });
  const timer = useRef<number>();
  const underway = useRef<AbortController>();

  const refresh = useCallback(async () => {
    if (!form.current) return;
    underway.current?.abort();
    const controller = (underway.current = new AbortController());
    setShown((before) => ({ ...before, state: "updating" }));
    const fields = textFields(form.current);
    const answer = await sendLive(address, { ...fields, form: "preview" }, controller.signal);
    if (controller.signal.aborted) return;
    if (answer.kind === "preview") {
      const { segments, problems, minutes } = answer;
      setShown((before) => ({
        preview: { segments, problems, minutes },
        segments: segments ?? before.segments,
        source: fields.source ?? "",
        title: fields.title ?? "",
        state: "current",
        message: null,
      }));
    } else {
      const message = answer.kind === "refused" ? answer.message : pausedWords(answer.kind);
      setShown((before) => ({ ...before, state: "failed", message }));
    }
  }, [address, form]);

  const changed = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void refresh(), PAUSE);
  }, [refresh]);

  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      underway.current?.abort();
    },
    [],
  );
  return { shown, changed, refresh };
}

function pausedWords(kind: string): string {
  return kind === "signed-out"
    ? "The preview pauses until you are signed in again."
    : "The preview pauses until the server can be reached.";
}
