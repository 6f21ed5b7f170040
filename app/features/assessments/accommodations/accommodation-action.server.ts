/** The forms of a person's page on their time in tests. Each leads back to it with a word on what was done. */
import { redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import { grantAttempts } from "../grants/grant-attempts.server";
import { grantForm } from "../grants/grant-form";
import { endAccommodationForm, grantAccommodationForm } from "./accommodation-forms";
import { endAccommodation } from "./end-accommodation.server";
import { grantAccommodation } from "./grant-accommodation.server";

export async function accommodationAction(actor: Actor, personId: string, form: FormData) {
  const done = (what: string) => redirect(`/admin/people/${personId}/accommodations?done=${what}`);
  switch (form.get("form")) {
    case "accommodation":
      return submitForm(form, grantAccommodationForm, async ({ form: _, ...granted }) => {
        await grantAccommodation(actor, { personId, ...granted });
        return done("granted");
      });
    case "end-accommodation":
      return submitForm(form, endAccommodationForm, async ({ form: _, ...ended }) => {
        await endAccommodation(actor, { personId, ...ended });
        return done("ended");
      });
    case "grant-attempts":
      return submitForm(form, grantForm, async ({ form: _, ...granted }) => {
        await grantAttempts(actor, { personId, ...granted });
        return done("attempts");
      });
    default:
      throw new NotFound("form");
  }
}
