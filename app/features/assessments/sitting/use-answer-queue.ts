import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { useNavigate } from "@remix-run/react";
import { ASKED, fieldName, flagName, HAD, knownName, partName, WAS_FLAGGED, wasName } from "./answer-form";
import { AnswerQueue, NOTHING_SENT, type Reply } from "./answer-queue";
import type { SavedAnswers } from "./attempt-view";
import { turnedAwayWords } from "./turned-away-words";
import { keepUnsent, readUnsent, type Fields } from "./unsent-answers";

/** A number is sent when typing pauses; a click at once. */
const TYPING_PAUSE = 700;
const LONGEST_KEPT_ALIVE = 60_000;

/**
 * The queue of one attempt, for as long as the page is open. `restored` is called when answers left over from before a
 * sign-in have been sent: the page was made without them.
 */
export function useAnswerQueue(attemptId: string, form: RefObject<HTMLFormElement>, restored: () => void) {
  const [view, setView] = useState(NOTHING_SENT);
  const queue = useRef<AnswerQueue | null>(null);
  const navigate = useNavigate();

  useEffect(() => {
    const own = new AnswerQueue(
      {
        send: (body) => send(attemptId, body),
        keep: (kept) => keepUnsent(attemptId, kept),
        restored,
        steadyNow: () => performance.now(),
        ended: (reason) => navigate(`/attempts/${attemptId}/result?ended=${reason}`),
        changed: setView,
      },
      readUnsent(attemptId),
    );
    queue.current = own;
    if (readUnsent(attemptId).unsent.size > 0) void own.sync();
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
      const known = form.current && new FormData(form.current).get(wasName(position));
      if (typeof known === "string") body.append(knownName(position), known);
      const reply = await send(attemptId, body).catch(() => null);
      if (reply === null)
        return "The file was not sent: there is no connection. Choose it again when it is back.";
      if (reply === "signed-out") return "Your session has ended. Sign in again, then choose the file again.";
      if ("status" in reply) return turnedAwayWords(reply.status);
      if (reply.ended) navigate(`/attempts/${attemptId}/result?ended=${reply.ended}`);
      else if (!reply.problems[position]) restored();
      if (position in reply.conflicts)
        return "Another file was handed in from another window meanwhile: it is the one shown here now, and yours is not handed in. Choose yours again to hand it in instead.";
      return reply.problems[position] ?? null;
    },
    [attemptId, form, navigate, restored],
  );
  return { view, answer, sync, upload };
}

/** What a later try can change: too many at once, or a server that is being restarted. */
const WORTH_A_RETRY = (status: number) => status >= 500 || status === 408 || status === 429;

async function send(attemptId: string, body: FormData): Promise<Reply> {
  const response = await fetch(`/attempts/${attemptId}/answers`, {
    method: "POST",
    body,
    redirect: "manual",
    /* Browsers let 64 kB outlive a page; more is refused. */
    keepalive: sizeOf(body) < LONGEST_KEPT_ALIVE,
  });
  /* The server redirects to the sign-in page; with redirect: "manual" that is all a script gets to see. */
  if (response.type === "opaqueredirect" || response.status === 401) return "signed-out";
  if (WORTH_A_RETRY(response.status)) throw new Error(`Answered ${response.status}`);
  if (!response.ok) return { status: response.status };
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
  const given = [...form.entries()].flatMap(([name, value]) =>
    typeof value === "string" && own(name) ? [[name, value] as const] : [],
  );
  const known = form.get(wasName(position));
  return typeof known === "string" ? [...given, [knownName(position), known]] : given;
}
