/** The forms of a sign-off's page. */
import { redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Invalid } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import { answerSignOff } from "./answer-sign-off.server";
import { completeSignOff } from "./complete-sign-off.server";
import { findSignOff } from "./find-sign-off.server";
import { acknowledgeForm, completeForm, disputeForm, withdrawForm } from "./sign-off-forms";
import { withdrawSignOff } from "./withdraw-sign-off.server";

export async function signOffAction(actor: Actor, signOffId: string, form: FormData) {
  await findSignOff(actor, signOffId);
  const done = (what: string) => redirect(`/sign-offs/${signOffId}?done=${what}`);
  switch (form.get("form")) {
    case "complete":
      return submitForm(form, completeForm, async ({ edits, comment }) => {
        await completeSignOff(actor, { signOffId, edits, comment, declared: true });
        return done("completed");
      });
    case "withdraw":
      return submitForm(form, withdrawForm, async ({ reason }) => {
        await withdrawSignOff(actor, { signOffId, reason });
        return done("withdrawn");
      });
    case "acknowledge":
      return submitForm(form, acknowledgeForm, async () => {
        await answerSignOff(actor, { signOffId, answer: "acknowledged", declared: true });
        return done("acknowledged");
      });
    case "dispute":
      return submitForm(form, disputeForm, async ({ reason }) => {
        await answerSignOff(actor, { signOffId, answer: "disputed", reason });
        return done("disputed");
      });
    default:
      throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
  }
}
