import type { Actor } from "~/features/people/actor";
import { updateDetails, type EditInput } from "~/features/people/update-details.server";
import { transaction } from "~/platform/db/client.server";
import { voidLinks } from "./auth-links.server";

/** Corrects name, e-mail or number. Links that went to an address which is no longer the person's stop working. */
export async function editPerson(actor: Actor, input: EditInput): Promise<void> {
  await transaction(async (tx) => {
    const { emailChanged } = await updateDetails(tx, actor, input);
    if (emailChanged) await voidLinks(tx, input.personId);
  });
}
