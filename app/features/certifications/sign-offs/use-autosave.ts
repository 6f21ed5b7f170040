import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import type { SaveOutcome } from "./save-marks.server";

export type AutosaveState = "idle" | "saving" | "saved" | "offline" | "signed-out" | "closed";

const TYPING_PAUSE = 800;

/**
 * Sends the form whenever something in it changes, one request at a time: the server tells from the versions what is new
 * and what somebody else has changed meanwhile. The form works without, by its own button.
 */
export function useAutosave(signOffId: string, form: RefObject<HTMLFormElement>, start: SaveOutcome) {
  const [outcome, setOutcome] = useState(start);
  const [fileProblems, setFileProblems] = useState<Readonly<Record<string, string>>>(() => lostFiles(start));
  const [state, setState] = useState<AutosaveState>("idle");
  const busy = useRef(false);
  const again = useRef(false);
  const timer = useRef<number>();

  const send = useCallback(async () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    again.current = true;
    if (busy.current) return;
    busy.current = true;
    try {
      while (again.current && form.current) {
        again.current = false;
        setState("saving");
        const sent = new FormData(form.current);
        const reply = await post(signOffId, sent);
        if (typeof reply === "string") return setState(reply);
        const files = emptyFileFields(form.current, sent, reply);
        /* Before anything is sent again: the versions in the form come from what was answered. */
        flushSync(() => {
          setFileProblems((before) => ({ ...before, ...files }));
          setOutcome(reply);
          setState("saved");
        });
      }
    } catch {
      again.current = true;
      setState("offline");
    } finally {
      busy.current = false;
    }
  }, [form, signOffId]);

  const later = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void send(), TYPING_PAUSE);
  }, [send]);

  /** Sends at once what waits for a pause in typing. */
  const flush = useCallback(() => {
    if (timer.current !== undefined) void send();
  }, [send]);

  useEffect(() => {
    const wake = () => {
      if (again.current) void send();
    };
    window.addEventListener("online", wake);
    return () => {
      window.clearTimeout(timer.current);
      window.removeEventListener("online", wake);
    };
  }, [send]);

  return { outcome, fileProblems, state, send, later, flush };
}

/** A page that was loaded anew has lost the files that were chosen on the one before. */
function lostFiles({ refused }: SaveOutcome): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refused).flatMap(([id, { fileLost }]) =>
      fileLost === null ? [] : [[id, `“${fileLost}” is not saved yet. Choose it again.`]],
    ),
  );
}

/** @returns what was said of each file that was sent; empty where it was taken */
function emptyFileFields(form: HTMLFormElement, sent: FormData, reply: SaveOutcome): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [name, value] of sent) {
    const id = /^file\.(.+)$/.exec(name)?.[1];
    if (id === undefined || !(value instanceof File) || value.name === "") continue;
    const refused = reply.refused[id];
    files[id] = refused?.part === "file" ? refused.message : "";
    /* It stays chosen, and is sent again with what is entered next. */
    if (refused?.part === "entry") continue;
    const input = form.elements.namedItem(name);
    if (input instanceof HTMLInputElement && input.files?.[0]?.name === value.name) input.value = "";
  }
  return files;
}

async function post(signOffId: string, body: FormData): Promise<SaveOutcome | "signed-out" | "closed"> {
  const response = await fetch(`/sign-offs/${signOffId}/marks`, { method: "POST", body, redirect: "manual" });
  /* The server redirects to the sign-in page; with redirect: "manual" that is all a script gets to see. */
  if (response.type === "opaqueredirect") return "signed-out";
  if (response.status === 404 || response.status === 409) return "closed";
  if (!response.ok) throw new Error(`Answered ${response.status}`);
  return (await response.json()) as SaveOutcome;
}
