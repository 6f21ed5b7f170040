import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { deviceName } from "./device-name";

export interface OwnSession {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
}

const MOST_SHOWN = 50;

/** Where the actor is signed in, the session that asks first. */
export async function ownSessions(actor: Actor): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { userId: actor.personId, expiresAt: { gt: now() } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    take: MOST_SHOWN,
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  return rows
    .map(({ userAgent, ...row }) => ({
      ...row,
      device: deviceName(userAgent),
      isThis: row.id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}
