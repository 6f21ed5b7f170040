import type { Actor } from "~/features/people/actor";
import { readSessionCookie, sessions } from "./sessions.server";

const lucia = sessions();

/** Who sends this `Cookie` header; null when no one, or when the session has expired or its person has left. */
export async function findActor(cookieHeader: string | null | undefined): Promise<Actor | null> {
  const secret = readSessionCookie(cookieHeader ?? null);
  if (!secret) return null;
  const { session, user } = await lucia.validateSession(secret);
  if (!session) return null;
  const { id: _, ...person } = user;
  return { ...person, sessionId: session.id };
}
