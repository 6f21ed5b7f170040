import type { Actor } from "~/features/people/actor";
import { maySupervise } from "~/features/people/supervision.server";
import { NotFound } from "~/platform/errors";

/** @throws NotFound for whoever checks nobody's certificates */
export function requireReviewer(actor: Actor): void {
  if (!maySupervise(actor)) throw new NotFound();
}
