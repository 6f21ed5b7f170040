import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { useNavigate } from "@remix-run/react";
import { fieldName, HAD, partName } from "./answer-form";
import { AnswerQueue, type QueueView } from "./answer-queue";
import type { SavedAnswers } from "./attempt-view";
import { keepUnsent, readUnsent, type Fields } from "./unsent-answers";

const START: QueueView = { state: "idle", answered: {}, problems: {}, clock: null };
/** A number is sent when typing pauses; a click at once. */
const TYPING_PAUSE = 700;

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
      const fields = [...fieldsOf(new FormData(form.current), position), [HAD, String(position)] as const];
      queue.current?.add(position, fields, typing ? TYPING_PAUSE : 0);
    },
    [form],
  );
  const sync = useCallback(() => queue.current?.sync() ?? Promise.resolve(true), []);
  return { view, answer, sync };
}

async function send(attemptId: string, body: FormData): Promise<SavedAnswers | "signed-out"> {
  const response = await fetch(`/attempts/${attemptId}/answers`, {
    method: "POST",
    body,
    redirect: "manual",
    keepalive: true,
  });
  /* The server redirects to the sign-in page; with redirect: "manual" that is all a script gets to see. */
  if (response.type === "opaqueredirect") return "signed-out";
  if (!response.ok) throw new Error(`Answered ${response.status}`);
  return (await response.json()) as SavedAnswers;
}

function fieldsOf(form: FormData, position: number): Fields {
  const own = (name: string) => name === fieldName(position) || name.startsWith(partName(position, ""));
  return [...form.entries()].flatMap(([name, value]) =>
    typeof value === "string" && own(name) ? [[name, value] as const] : [],
  );
}
