import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";

/** One's own, this one or all of them. What is somebody else's, or read already, stays as it is. */
export async function markRead(actor: Actor, digestId: string | null): Promise<void> {
  await db.reminderDigest.updateMany({
    where: { personId: actor.personId, readAt: null, ...(digestId === null ? {} : { id: digestId }) },
    data: { readAt: now() },
  });
}
