import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { forgetText, keepText } from "./kept-text";
import { textOf, typedLesson } from "./lesson-form";
import type { TheirLesson } from "./live-answer";
import { sendLive } from "./send-live";

export type SaveState =
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "unsaved" | "saving" | "signed-out" }
  | { readonly kind: "failed"; readonly message: string; readonly retry: boolean }
  | {
      readonly kind: "conflict";
      readonly message: string;
      readonly theirs: TheirLesson;
      readonly mine: string;
    };

const PAUSE = 1_000;
const RETRY = 10_000;

interface Saving {
  state: SaveState;
  /** After each change of a field. */
  changed: () => void;
  /** Resolves to whether everything typed is on the server. */
  saveNow: () => Promise<boolean>;
  /** On top of the other version, which the author has seen. */
  keepMine: (theirVersion: number) => Promise<boolean>;
}

/**
 * Saves while someone types. One message at a time: a second one under way would carry a version that the first is
 * just replacing, and the author would be in conflict with themselves.
 */
export function useLessonSaving(
  form: RefObject<HTMLFormElement>,
  {
    address,
    place,
    initial,
  }: { address: string; place: string; initial: { version: number; state: SaveState } },
): Saving {
  const [state, setState] = useState(initial.state);
  const version = useRef(initial.version);
  const dirty = useRef(initial.state.kind !== "saved");
  const underway = useRef<Promise<boolean> | null>(null);
  const timer = useRef<number>();
  /** While the author has not said which of two texts to keep, neither is sent. */
  const undecided = useRef(initial.state.kind === "conflict");

  const send = useCallback(async (): Promise<boolean> => {
    const fields = form.current ? textFields(form.current) : null;
    if (!fields) return false;
    dirty.current = false;
    setState({ kind: "saving" });
    const answer = await sendLive(address, { ...fields, form: "save", version: String(version.current) });
    if (answer.kind === "saved") {
      version.current = answer.version;
      if (dirty.current) return send();
      forgetText(place);
      setState({ kind: "saved", at: answer.savedAt });
      return true;
    }
    dirty.current = true;
    undecided.current = answer.kind === "conflict";
    if (answer.kind === "conflict")
      setState({
        kind: "conflict",
        message: answer.message,
        theirs: answer.theirs,
        mine: fields.source ?? "",
      });
    else if (answer.kind === "signed-out") setState({ kind: "signed-out" });
    else setState({ kind: "failed", message: failureWords(answer), retry: answer.kind === "unreachable" });
    return false;
  }, [address, form, place]);

  const saveNow = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    if (underway.current) await underway.current;
    if (undecided.current) return false;
    if (!dirty.current) return true;
    underway.current = send().finally(() => (underway.current = null));
    return underway.current;
  }, [send]);

  const changed = useCallback(() => {
    dirty.current = true;
    if (form.current)
      keepText(place, {
        ...typedLesson(new FormData(form.current)),
        version: version.current,
        keptAt: timeNow(),
      });
    setState((before) => (before.kind === "conflict" ? before : { kind: "unsaved" }));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void saveNow(), PAUSE);
  }, [form, place, saveNow]);

  const keepMine = useCallback(
    (theirVersion: number) => {
      version.current = theirVersion;
      dirty.current = true;
      undecided.current = false;
      return saveNow();
    },
    [saveNow],
  );

  useRetry((state.kind === "failed" && state.retry) || state.kind === "signed-out", saveNow);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { state, changed, saveNow, keepMine };
}

/** Tries again by itself after a failure: when the connection is back, when the tab is looked at again, or after a while. */
function useRetry(failed: boolean, saveNow: () => Promise<boolean>): void {
  useEffect(() => {
    if (!failed) return;
    const retry = () => void saveNow();
    const onReturn = () => document.visibilityState === "visible" && retry();
    const timer = window.setInterval(retry, RETRY);
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, [failed, saveNow]);
}

export function textFields(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  return Object.fromEntries(
    ["title", "summary", "minutes", "source"].map((name) => [name, textOf(data, name)]),
  );
}

/* The browser's clock: only ever shown to the person in front of it. */
function timeNow(): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format();
}

function failureWords(answer: { kind: string; message?: string }): string {
  if (answer.message) return answer.message;
  if (answer.kind === "gone")
    return "This lesson was deleted or renamed in another tab. Copy your text before you leave this page.";
  return "The server cannot be reached. Your text is kept in this tab and sent again as soon as it can be.";
}
