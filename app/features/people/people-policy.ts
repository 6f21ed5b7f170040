import { NotFound } from "~/platform/errors";
import { may, type Actor } from "./actor";

/** @throws NotFound, so that others do not learn what there is to administer */
export function requireAdministrator(actor: Actor): void {
  if (!may(actor, "admin")) throw new NotFound();
}
