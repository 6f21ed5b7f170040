import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { readSessionCookie, sessions } from "./sessions.server";

/** Signs this browser out, whether or not its session still exists. */
export async function signOut(cookieHeader: string | null): Promise<void> {
  const secret = readSessionCookie(cookieHeader);
  if (secret) await sessions().invalidateSession(secret);
}

/** Ends one of the actor's own sessions. @throws NotFound for anyone else's */
export async function endSession(actor: Actor, sessionId: string): Promise<void> {
  const ended = await db.session.deleteMany({ where: { id: sessionId, userId: actor.personId } });
  if (ended.count !== 1) throw new NotFound("session");
}

/** @returns how many ended; the one that asks goes on */
export async function endOtherSessions(actor: Actor): Promise<number> {
  const ended = await db.session.deleteMany({
    where: { userId: actor.personId, NOT: { id: actor.sessionId } },
  });
  return ended.count;
}
