import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { dayOf } from "~/features/people/calendar";
import { may } from "~/features/people/actor";
import { findExternal } from "./find-external.server";

/** A certificate that somebody sent in, and what became of it. @throws NotFound when it is not the actor's to see */
export async function externalPage(actor: Actor, id: string) {
  const found = await requireExternal(actor, id);
  const names = await namesOf(found.decisions.map(({ actorId }) => actorId));
  const { fileHash: _, decisions, timeZone, reviewable, ...facts } = found;
  return {
    ...facts,
    today: dayOf(now(), timeZone),
    mayDecide: reviewable && found.state === "waiting",
    mayRevoke: reviewable && found.state === "accepted",
    mayWithdraw: found.own && found.state === "waiting",
    decisions: decisions.map(({ actorId, ...decision }) => ({
      ...decision,
      by: names.get(actorId) ?? "Somebody who is no longer known",
    })),
  };
}

/** The file itself, by the same rule. @throws NotFound */
export async function externalFile(actor: Actor, id: string): Promise<{ hash: string; name: string }> {
  const { fileHash: hash, fileName: name } = await requireExternal(actor, id);
  return { hash, name };
}

async function requireExternal(actor: Actor, id: string) {
  const found = await findExternal(db, actor, id);
  if (!found.own && !found.reviewable && !may(actor, "auditor")) throw new NotFound("certificate");
  return found;
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await db.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
