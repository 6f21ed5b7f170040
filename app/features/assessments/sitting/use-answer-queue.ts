import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { useNavigate } from "@remix-run/react";
import { ASKED, fieldName, flagName, HAD, partName, WAS_FLAGGED } from "./answer-form";
import { AnswerQueue, type QueueView } from "./answer-queue";
import type { SavedAnswers } from "./attempt-view";
import { keepUnsent, readUnsent, type Fields } from "./unsent-answers";

const START: QueueView = { state: "idle", answered: {}, problems: {}, clock: null };
/** A number is sent when typing pauses; a click at once. */
const TYPING_PAUSE = 700;
const LONGEST_KEPT_ALIVE = 60_000;

/**
 * The queue of one attempt, for as long as the page is open. `restored` is called when answers left over from before a
 * sign-in have been sent: the page was made without them.
 */
export function useAnswerQueue(attemptId: string, form: RefObject<HTMLFormElement>, restored: () => void) {
  const [view, setView] = useState(START);
  const queue = useRef<AnswerQueue | null>(null);
  const navigate = useNavigate();

  useEffect(() => {
    const own = new AnswerQueue(
      {
        send: (body) => send(attemptId, body),
        keep: (unsent) => keepUnsent(attemptId, unsent),
        steadyNow: () => performance.now(),
        ended: (reason) => navigate(`/attempts/${attemptId}/result?ended=${reason}`),
        changed: setView,
      },
      readUnsent(attemptId),
    );
    queue.current = own;
    if (readUnsent(attemptId).size > 0) void own.sync().then((done) => done && restored());
    /* After a sleep the browser's steady clock may have stood still, so the time left is asked for again. */
    const wake = () => {
      if (document.visibilityState === "visible") void own.sync();
    };
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      own.stop();
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [attemptId, navigate, restored]);

  const answer = useCallback(
    (position: number, typing = false) => {
      if (!form.current) return;
      /* Someone just touched this question, so an empty answer is meant to take the saved one back. */
      const own = fieldsOf(new FormData(form.current), position);
      const flagged = own.some(([name]) => name === flagName(position));
      /* Says of the flag, too, that it is meant as it stands. */
      const before = [HAD, ...(flagged ? [] : [WAS_FLAGGED])].map(
        (name) => [name, String(position)] as const,
      );
      const fields = [...own, ...before];
      queue.current?.add(position, fields, typing ? TYPING_PAUSE : 0);
    },
    [form],
  );
  const sync = useCallback(() => queue.current?.sync() ?? Promise.resolve(true), []);
  const upload = useCallback(
    async (position: number, file: File): Promise<string | null> => {
      const body = new FormData();
      body.append(ASKED, String(position));
      body.append(fieldName(position), file);
      const reply = await send(attemptId, body).catch((error: unknown) =>
        error instanceof TooLargeToSend ? error : null,
      );
      if (reply instanceof TooLargeToSend)
        return "This is more than is taken at once. Make the file smaller and choose it again.";
      if (reply === null)
        return "The file was not sent: there is no connection. Choose it again when it is back.";
      if (reply === "signed-out") return "Your session has ended. Sign in again, then choose the file again.";
      if (reply.ended) navigate(`/attempts/${attemptId}/result?ended=${reply.ended}`);
      else if (!reply.problems[position]) restored();
      return reply.problems[position] ?? null;
    },
    [attemptId, navigate, restored],
  );
  return { view, answer, sync, upload };
}

class TooLargeToSend extends Error {}

async function send(attemptId: string, body: FormData): Promise<SavedAnswers | "signed-out"> {
  const response = await fetch(`/attempts/${attemptId}/answers`, {
    method: "POST",
    body,
    redirect: "manual",
    /* Browsers let 64 kB outlive a page; more is refused. */
    keepalive: sizeOf(body) < LONGEST_KEPT_ALIVE,
  });
  /* The server redirects to the sign-in page; with redirect: "manual" that is all a script gets to see. */
  if (response.type === "opaqueredirect") return "signed-out";
  if (response.status === 413) throw new TooLargeToSend();
  if (!response.ok) throw new Error(`Answered ${response.status}`);
  return (await response.json()) as SavedAnswers;
}

/** In bytes, with what a part of a form takes beside its value. */
function sizeOf(body: FormData): number {
  const bytes = (value: FormDataEntryValue) =>
    typeof value === "string" ? new TextEncoder().encode(value).length : value.size;
  return [...body.values()].reduce((sum, value) => sum + bytes(value) + 200, 0);
}

function fieldsOf(form: FormData, position: number): Fields {
  const own = (name: string) =>
    [fieldName(position), flagName(position)].includes(name) || name.startsWith(partName(position, ""));
  return [...form.entries()].flatMap(([name, value]) =>
    typeof value === "string" && own(name) ? [[name, value] as const] : [],
  );
}
