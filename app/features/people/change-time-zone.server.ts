import { db } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import type { Actor } from "./actor";
import { isTimeZone } from "./time-zones.server";

/** One's own: the zone in which dates and times are shown. */
export async function changeTimeZone(actor: Actor, timeZone: string): Promise<void> {
  if (!isTimeZone(timeZone))
    throw new Invalid("unknown-time-zone", "Choose a time zone from the list.", {
      timeZone: ["Choose a time zone from the list."],
    });
  await db.person.updateMany({ where: { id: actor.personId }, data: { timeZone } });
}
