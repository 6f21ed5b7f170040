/** The forms of the pages of certificates of others. */
import { redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Invalid } from "~/platform/errors";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { acceptCertificate, refuseCertificate, withdrawCertificate } from "./decide-external.server";
import { acceptForm, refuseForm, revokeForm, sendForm, withdrawForm } from "./external-form";
import { externalPage } from "./external-page.server";
import { revokeAcceptance } from "./revoke-external.server";
import { sendCertificate } from "./send-certificate.server";
import { sendPage } from "./send-page.server";

/** A file that is somewhat too large is still read, so that the answer keeps what was typed. */
const READ = { bytes: 32_000_000, fileBytes: 31_000_000, files: 1 };

interface Place {
  readonly certificationId: string;
  readonly stepId: string;
}

export async function sendAction(actor: Actor, place: Place, request: Request) {
  await sendPage(actor, place);
  const form = await readFields(request, READ);
  const here = `/external-certificates/send/${place.certificationId}/${place.stepId}`;
  const sent = form.get("file");
  form.delete("file");
  const file = sent instanceof File ? sent : null;
  if (form.get("form") === "withdraw")
    return submitForm(form, withdrawForm, async (input) => {
      await withdrawCertificate(actor, input);
      return redirect(`${here}?done=withdrawn`);
    });
  return submitForm(form, sendForm, async ({ issuer, number, issuedOn, expiresOn = null }) => {
    await sendCertificate(actor, { ...place, issuer, number, issuedOn, expiresOn, file });
    return redirect(`${here}?done=sent`);
  });
}

export async function externalAction(actor: Actor, certificateId: string, request: Request) {
  await externalPage(actor, certificateId);
  const form = await readFields(request);
  const done = (what: string) => redirect(`/external-certificates?done=${what}`);
  switch (form.get("form")) {
    case "accept":
      return submitForm(form, acceptForm, async ({ issuedOn, expiresOn = null, reason = null }) => {
        await acceptCertificate(actor, { certificateId, issuedOn, expiresOn, reason });
        return done("accepted");
      });
    case "refuse":
      return submitForm(form, refuseForm, async ({ reason }) => {
        await refuseCertificate(actor, { certificateId, reason });
        return done("refused");
      });
    case "revoke":
      return submitForm(form, revokeForm, async ({ reason }) => {
        await revokeAcceptance(actor, { certificateId, reason });
        return redirect(`/external-certificates/${certificateId}?done=revoked`);
      });
    case "withdraw":
      return submitForm(form, withdrawForm, async () => {
        await withdrawCertificate(actor, { certificateId });
        return redirect(`/external-certificates/${certificateId}?done=withdrawn`);
      });
    default:
      throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
  }
}
