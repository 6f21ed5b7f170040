import type { Actor } from "~/features/people/actor";
import { addPerson, tidyEmail, type PersonDetails } from "~/features/people/add-person.server";
import { requireAdministrator } from "~/features/people/people-policy";
import { recordChange } from "~/features/people/record-change.server";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { enqueue } from "~/platform/outbox.server";
import { makeLink } from "./auth-links.server";
import { invitationMail, resetMail } from "./link-mail";

interface Invitation extends PersonDetails {
  reason: string;
}

/** Adds a person and sends them a link to set their password. @returns the person's id */
export async function invitePerson(actor: Actor, { reason, ...details }: Invitation): Promise<string> {
  requireAdministrator(actor);
  return transaction(async (tx) => {
    const added = { ...details, timeZone: actor.timeZone, actorId: actor.personId, reason };
    const personId = await addPerson(tx, added);
    const link = await makeLink(tx, personId, "invitation");
    await enqueue(tx, "email", {
      to: tidyEmail(details.email),
      ...invitationMail(details.name.trim(), link),
    });
    return personId;
  });
}

/** Sends a new link: an invitation to who has no password yet, otherwise one for a new password. */
export async function sendNewLink(actor: Actor, personId: string): Promise<void> {
  requireAdministrator(actor);
  await transaction(async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { name: true, email: true, leftAt: true, credential: { select: { personId: true } } },
    });
    if (!person) throw new NotFound("person");
    if (person.leftAt && person.leftAt <= now())
      throw new Conflict("has-left", "This person has left. Record their return first.");
    const invited = !person.credential;
    const link = await makeLink(tx, personId, invited ? "invitation" : "reset");
    const mail = invited ? invitationMail(person.name, link) : resetMail(person.name, link);
    await enqueue(tx, "email", { to: person.email, ...mail });
    const summary = invited ? "Invitation sent" : "Link for a new password sent";
    const action = invited ? "invited" : "reset-sent";
    await recordChange(tx, {
      personId,
      actorId: actor.personId,
      action,
      summary,
      reason: "Asked for by an administrator",
    });
  });
}
