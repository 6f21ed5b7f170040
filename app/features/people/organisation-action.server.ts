import { redirect } from "@remix-run/node";
import { Invalid, NotFound } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import type { Actor } from "./actor";
import { assign } from "./assign.server";
import { createTeam, renameTeam } from "./change-team.server";
import { findByAddressOrNumber } from "./organisation-queries.server";
import { createTeamForm, giveManagerForm, renameTeamForm } from "./people-forms";

/** Every form of the organisation page; each leads back to it with a word on what was done. */
export async function organisationAction(actor: Actor, form: FormData) {
  const done = (what: string) => redirect(`/admin/organisation?done=${what}`);
  switch (form.get("form")) {
    case "create-team":
      return submitForm(form, createTeamForm, async (team) => {
        await createTeam(actor, team);
        return done("created");
      });
    case "rename-team":
      return submitForm(form, renameTeamForm, async (team) => {
        await renameTeam(actor, team);
        return done("renamed");
      });
    case "give-manager":
      return submitForm(form, giveManagerForm, async ({ teamId, person, from, reason }) => {
        const personId = await findByAddressOrNumber(actor, person);
        if (!personId) throw noSuchPerson();
        await assign(actor, { personId, kind: "team-manager", value: teamId, from, reason });
        return done("manager");
      });
    default:
      throw new NotFound("form");
  }
}

function noSuchPerson(): Invalid {
  const message = "No one has this e-mail address or employee number. Look the person up among the people.";
  return new Invalid("no-such-person", message, { person: [message] });
}
