import type { Actor } from "~/features/people/actor";
import { requireAdministrator } from "~/features/people/people-policy";
import { now } from "~/platform/clock.server";
import { timelineOf } from "./award-timeline";
import { findAwards } from "./certification-facts.server";

/** Every certificate of a person and what became of it, for whoever may revoke one. */
export async function personAwards(actor: Actor, personId: string) {
  requireAdministrator(actor);
  const t = now();
  return timelineOf(await findAwards({ personIds: [personId] }, t), t);
}
