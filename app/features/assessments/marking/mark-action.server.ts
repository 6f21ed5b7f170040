/** The form of a marking page: on to what waits next, with a word on what was done. */
import { redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import { placeOf } from "./find-marking.server";
import { markAttempt } from "./mark-attempt.server";
import { markForm } from "./mark-form";
import { nextToMark } from "./marking-queue.server";

export async function markAction(actor: Actor, attemptId: string, form: FormData) {
  const place = await placeOf(actor, attemptId);
  return submitForm(form, markForm, async ({ number, points, comment, again, reason = "" }) => {
    if (again && reason.trim().length < 3) {
      const message = "Say in a few words why somebody else should mark it as well.";
      throw new Invalid("second-marking", message, { reason: [message] });
    }
    const comments = Object.fromEntries(Object.entries(comment).map(([at, text]) => [at, text ?? ""]));
    const second = again ? reason.trim() : null;
    let done: string;
    try {
      const { settled } = await markAttempt(actor, { attemptId, number, points, comments, second });
      done = settled ? "marked" : "handed-on";
    } catch (error) {
      /* The page of an attempt that needs no more marks is gone, so the word is said on the next one. */
      if (!(error instanceof Conflict) || error.reason === "marking-moved-on") throw error;
      done = error.reason;
    }
    const next = await nextToMark(actor, place);
    const of = done === "marked" ? `&of=${attemptId}` : "";
    return redirect(`/test-office/marking${next ? `/${next}` : ""}?done=${done}${of}`);
  });
}
