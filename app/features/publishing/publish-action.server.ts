import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid } from "~/platform/errors";
import { statusOf } from "~/platform/http/error-response.server";
import { textOf } from "./lesson-form";
import { DraftProblems, publishDraft } from "./publish-draft.server";

export async function publishAction(actor: Actor, draftId: string, form: FormData) {
  if (form.get("form") !== "publish")
    throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
  const note = textOf(form, "note");
  const edits = Number(form.get("edits") ?? -1);
  try {
    await publishDraft(actor, { draftId, edits, note });
    return redirect(`/studio/${draftId}/publish?done=published`);
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Conflict)) throw error;
    const fields = error instanceof Invalid ? error.fields : {};
    /* Problems are listed by the page itself, which checks anew. */
    const message = fields.note && !(error instanceof DraftProblems) ? null : error.message;
    return data({ note, noteErrors: fields.note, message }, { status: statusOf(error) });
  }
}
