import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { metBy } from "../earnable";
import { acceptancesOf } from "./acceptances.server";
import { askedStatement } from "./asked-statement.server";

/** What the actor is asked to accept, and what of it they have accepted. @throws NotFound */
export async function statementPage(actor: Actor, of: { certificationId: string; statementId: string }) {
  const [{ definition, step, statement, since }, acceptances] = await Promise.all([
    askedStatement(actor, of),
    acceptancesOf(db, actor.personId, of.statementId),
  ]);
  const open = since !== "closed";
  const met = metBy(step, acceptances, open ? since : null, now());
  return {
    certification: { id: definition.id, title: definition.title, edition: definition.edition },
    ...statement,
    hash: sha256(statement.text),
    accepted: met && { id: met.recordId, at: met.at },
    open: open && met === null,
    earlier: acceptances
      .filter(({ recordId }) => recordId !== met?.recordId)
      .reverse()
      .map(({ recordId, at, text }) => ({ id: recordId, at, sameText: text === statement.text })),
  };
}
