/** An address that a calendar program can fetch one person's dates from without signing in. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/errors";
import { newId, newSecret, sha256 } from "~/platform/ids.server";
import { limit } from "~/platform/rate-limit.server";
import { ownCalendarFile } from "./own-calendar.server";

const TRIES = {
  points: 60,
  seconds: 60,
  message: "That was many calendars in a short time. Please try again in a minute.",
};
const NEW = { points: 20, seconds: 3_600, message: "That was many new addresses. Please wait an hour." };

/** Makes an address and ends the one before. It is told once: only its hash is kept. */
export async function subscribe(actor: Actor): Promise<string> {
  await limit("calendar-new", actor.personId, NEW);
  const secret = newSecret();
  await transaction(async (tx) => {
    const { personId } = actor;
    await tx.calendarSubscription.updateMany({
      where: { personId, endedAt: null },
      data: { endedAt: now() },
    });
    await tx.calendarSubscription.create({
      data: { id: newId(), personId, secretHash: sha256(secret), createdAt: now() },
      select: { id: true },
    });
  });
  return `${env.BASE_URL}/calendar/${secret}.ics`;
}

export async function unsubscribe(actor: Actor): Promise<void> {
  await db.calendarSubscription.updateMany({
    where: { personId: actor.personId, endedAt: null },
    data: { endedAt: now() },
  });
}

/**
 * @param address of the client, which may not guess
 * @throws NotFound for an address that never was, that was ended, or whose person has left
 */
export async function subscribedCalendar(secret: string, address: string): Promise<string> {
  await limit("calendar", address, TRIES);
  const found = await db.$queryRaw<{ personId: string; timeZone: string }[]>`
    SELECT p."id" AS "personId", p."timeZone" FROM "CalendarSubscription" s
    JOIN "Person" p ON p."id" = s."personId"
    WHERE s."secretHash" = ${sha256(secret)} AND s."endedAt" IS NULL AND (p."leftAt" IS NULL OR p."leftAt" > ${now()})`;
  if (!found[0]) throw new NotFound("calendar");
  return ownCalendarFile(found[0]);
}
