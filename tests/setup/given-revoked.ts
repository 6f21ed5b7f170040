/** A revocation with both the people that it takes. */
import { confirmRevocation, proposeRevocation } from "~/features/certifications/revoke-award.server";
import type { AwardChange } from "~/features/certifications/write-award-event.server";
import type { Actor } from "~/features/people/actor";
import { givenPerson } from "./builders";

/** @returns the id of the event */
export async function givenRevoked(admin: Actor, change: AwardChange): Promise<string> {
  const second = await givenPerson({ access: "admin" });
  return confirmRevocation(second, await proposeRevocation(admin, change));
}
