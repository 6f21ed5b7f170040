import { data, redirect } from "@remix-run/node";
import { changeKinds } from "~/features/content/revisions/change-kinds";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid } from "~/platform/errors";
import { statusOf } from "~/platform/http/error-response.server";
import { draftsOf } from "./draft-policy.server";
import { textOf } from "./lesson-form";
import { confirmRevision, declineRevision, withdrawProposal } from "./proposals/decide-revision.server";
import { proposeRevision } from "./proposals/propose-revision.server";
import { DraftProblems, publishDraft, settleDraft, type SecondPersonRule } from "./publish-draft.server";

export async function publishAction(
  actor: Actor,
  draftId: string,
  form: FormData,
  needsSecondPerson: SecondPersonRule,
) {
  const done = (outcome: string) => redirect(`/studio/${draftId}/publish?done=${outcome}`);
  const proposal = textOf(form, "proposal");
  const answer = textOf(form, "answer");
  const what = textOf(form, "form");
  const kind = changeKinds.find((each) => each === form.get("change"));
  const typed = { note: textOf(form, "note"), reason: textOf(form, "reason"), kind, answer };
  const request = { draftId, edits: Number(form.get("edits") ?? -1), note: typed.note, change: typed };
  try {
    switch (what) {
      case "propose":
        /* An editorial revision is its author's to publish. */
        if (kind === "editorial") await publishDraft(actor, request, needsSecondPerson);
        else await proposeRevision(actor, request);
        return done(kind === "editorial" ? "published" : "proposed");
      case "publish":
        await publishDraft(actor, request, needsSecondPerson);
        return done("published");
      case "settle":
        await settleDraft(actor, request);
        return redirect(`/studio/${draftId}/publish`);
      case "confirm":
        await confirmRevision(actor, proposal);
        return redirect("/decisions?done=confirmed");
      case "decline":
        await declineRevision(actor, proposal, answer);
        return redirect("/decisions?done=declined");
      case "withdraw":
        await withdrawProposal(actor, proposal);
        return done("withdrawn");
      default:
        draftsOf(actor);
        throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
    }
  } catch (error) {
    if (error instanceof Invalid && error.reason === "unknown-form") throw error;
    if (!(error instanceof Invalid || error instanceof Conflict)) throw error;
    const errors = error instanceof Invalid ? error.fields : {};
    /* Problems are listed by the page itself, which checks anew. */
    const atField = Object.keys(errors).length > 0 && !(error instanceof DraftProblems);
    return data({ typed, errors, message: atField ? null : error.message }, { status: statusOf(error) });
  }
}
