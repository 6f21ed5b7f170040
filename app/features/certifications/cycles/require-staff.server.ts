import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { awardRoles } from "../award-actors.server";

/**
 * The person, for who manages them or administers.
 * @throws NotFound for all others, for people who have left, and for oneself
 */
export async function requireStaff(actor: Actor, personId: string, reader: typeof db | Tx = db) {
  const { holder, manager, administrator } = await awardRoles(actor, personId, reader);
  const person = await reader.person.findUnique({
    where: { id: personId },
    select: { id: true, name: true, email: true, timeZone: true, leftAt: true },
  });
  if (holder || !(manager || administrator) || !person || (person.leftAt && person.leftAt <= now()))
    throw new NotFound("person");
  return { ...person, manager };
}
