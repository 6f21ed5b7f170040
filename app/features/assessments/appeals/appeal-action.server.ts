/** The forms of the page on which somebody appeals. */
import { redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Invalid } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import { appealForm, withdrawForm } from "./appeal-form";
import { fileAppeal } from "./file-appeal.server";
import { ownAppeals } from "./own-appeals.server";
import { withdrawAppeal } from "./withdraw-appeal.server";

export async function appealAction(actor: Actor, attemptId: string, form: FormData) {
  await ownAppeals(actor, attemptId);
  const done = (what: string) => redirect(`/attempts/${attemptId}/appeal?done=${what}`);
  switch (form.get("form")) {
    case "file":
      return submitForm(form, appealForm, async ({ about, grounds }) => {
        await fileAppeal(actor, { attemptId, position: about === "test" ? null : Number(about), grounds });
        return done("filed");
      });
    case "withdraw":
      return submitForm(form, withdrawForm, async ({ appealId }) => {
        await withdrawAppeal(actor, { attemptId, appealId });
        return done("withdrawn");
      });
    default:
      throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
  }
}
