/**
 * Where Lucia keeps sessions. The row's id is a hash of the cookie's value, so that whoever reads the database (or a
 * backup of it) cannot sign in with what they find.
 */
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { type HeldRow, summariseHeld } from "~/features/people/held";
import { now } from "~/platform/clock.server";
import { db, hot, sql, type Database, type Tx } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { log } from "~/platform/log.server";

const DAY = 86_400_000;
/** A session ends this long after it was last used, and at the latest this long after sign-in. */
const IDLE = 14 * DAY;
const LONGEST = 90 * DAY;
const SEEN_EVERY = 10 * 60_000;
/** The query has already refused what has expired by our clock; Lucia would compare with the machine's. */
const NOT_EXPIRED = new Date("9999-01-01T00:00:00Z");

interface SessionRow extends HeldRow {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  /** As the database counts: a text or a large whole number in some. */
  readonly unread: number | bigint | string;
}

export function sessionStore(client: Database | Tx = db): Adapter {
  return {
    getSessionAndUser: (secret) => findSession(sha256(secret)),

    async setSession({ id, userId, attributes }) {
      const createdAt = now();
      const expiresAt = new Date(createdAt.getTime() + IDLE);
      await client.session.create({
        data: {
          id: sha256(id),
          userId,
          createdAt,
          lastSeenAt: createdAt,
          expiresAt,
          userAgent: attributes.userAgent,
        },
        select: { id: true },
      });
    },

    async getUserSessions(userId) {
      const rows = await client.session.findMany({
        where: { userId, expiresAt: { gt: now() } },
        orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
        select: { id: true, userId: true, expiresAt: true, userAgent: true },
      });
      return rows.map(({ userAgent, ...row }) => ({ ...row, attributes: { userAgent } }));
    },

    async updateSessionExpiration(secret, expiresAt) {
      await client.session.updateMany({ where: { id: sha256(secret) }, data: { expiresAt } });
    },
    async deleteSession(secret) {
      await client.session.deleteMany({ where: { id: sha256(secret) } });
    },
    async deleteUserSessions(userId) {
      await client.session.deleteMany({ where: { userId } });
    },
    async deleteExpiredSessions() {
      await client.session.deleteMany({ where: { expiresAt: { lte: now() } } });
    },
  };
}

/** One query for every page: the session, its person and all they hold now. */
async function findSession(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
  const t = now();
  const rows = await hot.rows<SessionRow>(sql`
    SELECT s."createdAt", s."lastSeenAt", p."id" AS "personId", p."name", p."email", p."timeZone",
           a."kind", a."jobRoleId", a."teamId", a."access", team."regionId",
           (SELECT CAST(COUNT(*) AS INTEGER) FROM "ReminderDigest" told
            WHERE told."personId" = p."id" AND told."readAt" IS NULL AND told."inApp") AS "unread"
    FROM "Session" s
    JOIN "Person" p ON p."id" = s."userId"
    LEFT JOIN "Assignment" a ON a."personId" = p."id"
      AND a."recordedAt" <= ${t} AND (a."supersededAt" IS NULL OR a."supersededAt" > ${t})
      AND a."heldFrom" <= ${t} AND (a."heldUntil" IS NULL OR a."heldUntil" > ${t})
    LEFT JOIN "Team" team ON team."id" = a."teamId"
    WHERE s."id" = ${id} AND s."expiresAt" > ${t} AND (p."leftAt" IS NULL OR p."leftAt" > ${t})
    ORDER BY a."heldFrom", a."jobRoleId", a."access", a."teamId"`);
  const first = rows[0];
  if (!first) return [null, null];
  await markSeen(id, first);
  const { personId, name, email, timeZone } = first;
  const unread = Number(first.unread);
  return [
    { id, userId: personId, expiresAt: NOT_EXPIRED, attributes: { userAgent: "" } },
    { id: personId, attributes: { personId, name, email, timeZone, unread, ...summariseHeld(rows) } },
  ];
}

async function markSeen(id: string, { createdAt, lastSeenAt }: SessionRow): Promise<void> {
  const t = now().getTime();
  if (t - lastSeenAt.getTime() < SEEN_EVERY) return;
  const expiresAt = new Date(Math.min(t + IDLE, createdAt.getTime() + LONGEST));
  try {
    await db.session.updateMany({ where: { id, lastSeenAt }, data: { lastSeenAt: new Date(t), expiresAt } });
  } catch (error) {
    /* Reading goes on while the database cannot be written; the next request tries again. */
    log.warn({ err: error }, "last use of a session not written");
  }
}
