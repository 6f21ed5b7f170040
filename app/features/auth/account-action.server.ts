import { redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { changeTimeZone } from "~/features/people/change-time-zone.server";
import { NotFound } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import { changePasswordForm, endSessionForm, themeForm, timeZoneForm } from "./auth-forms";
import { changePassword } from "./change-password.server";
import { endOtherSessions, endSession } from "./end-sessions.server";
import { sessionCookie } from "./sessions.server";

const YEAR_SECONDS = 31_536_000;

/** Every form of the account page; each leads back to it with a word on what was done. */
export async function accountAction(actor: Actor, form: FormData, userAgent: string) {
  switch (form.get("form")) {
    case "change-password":
      return submitForm(
        form,
        changePasswordForm,
        async ({ currentPassword, password }) => {
          const secret = await changePassword(actor, { currentPassword, password, userAgent });
          return done("password", sessionCookie(secret));
        },
        { hideFields: ["currentPassword", "password"] },
      );
    case "end-session":
      return submitForm(form, endSessionForm, async ({ sessionId }) => {
        await endSession(actor, sessionId);
        return done("session-ended");
      });
    case "end-others":
      await endOtherSessions(actor);
      return done("others-ended");
    case "time-zone":
      return submitForm(form, timeZoneForm, async ({ timeZone }) => {
        await changeTimeZone(actor, timeZone);
        return done("time-zone");
      });
    case "theme":
      return submitForm(form, themeForm, async ({ theme }) =>
        done("theme", `attest_theme=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`),
      );
    default:
      throw new NotFound("form");
  }
}

function done(what: string, cookie?: string) {
  return redirect(`/account?done=${what}`, cookie ? { headers: { "Set-Cookie": cookie } } : {});
}
