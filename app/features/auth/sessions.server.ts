import { Lucia, TimeSpan } from "lucia";
import type { Actor } from "~/features/people/actor";
import { db, type Database, type Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { sessionStore } from "./session-store.server";

type PersonAttributes = Omit<Actor, "sessionId">;

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, PersonAttributes>;
    DatabaseUserAttributes: PersonAttributes;
    DatabaseSessionAttributes: { userAgent: string };
  }
}

/** Sessions as seen from `client`: give a transaction to end or begin them together with what causes it. */
export function sessions(client: Database | Tx = db) {
  return new Lucia(sessionStore(client), {
    sessionExpiresIn: new TimeSpan(14, "d"),
    sessionCookie: {
      name: "attest_session",
      /* The row decides when a session ends; a cookie with an end of its own would have to be sent again and again. */
      expires: false,
      attributes: { secure: env.BASE_URL.startsWith("https:"), sameSite: "lax", path: "/" },
    },
    getUserAttributes: (person) => person,
  });
}

const lucia = sessions();

/** The `Set-Cookie` value that signs this browser in. */
export function sessionCookie(secret: string): string {
  return lucia.createSessionCookie(secret).serialize();
}

/** The `Set-Cookie` value that removes the session from this browser. */
export function noSessionCookie(): string {
  return lucia.createBlankSessionCookie().serialize();
}

export function readSessionCookie(header: string | null): string | null {
  return header ? lucia.readSessionCookie(header) : null;
}
