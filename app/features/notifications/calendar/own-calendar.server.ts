import { certificationStates } from "~/features/certifications/certification-states.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { sha256 } from "~/platform/ids.server";
import { type CalendarEvent, calendarEvents } from "./calendar-events";
import { calendarFile } from "./calendar-file";

type Person = Pick<Actor, "personId" | "timeZone">;

async function eventsOf({ personId, timeZone }: Person): Promise<CalendarEvent[]> {
  return calendarEvents(await certificationStates([personId]), timeZone);
}

/** One's own dates, as a file for calendar programs. */
export async function ownCalendarFile(person: Person): Promise<string> {
  const idOf = (key: string) => sha256(`${person.personId} ${key}`).slice(0, 32);
  return calendarFile({ events: await eventsOf(person), idOf, portal: env.BASE_URL, moment: now() });
}

/** One's own dates, and whether a calendar program may fetch them. */
export async function calendarPage(actor: Actor) {
  const [events, subscription] = await Promise.all([
    eventsOf(actor),
    db.calendarSubscription.findFirst({
      where: { personId: actor.personId, endedAt: null },
      orderBy: { id: "desc" },
      select: { createdAt: true },
    }),
  ]);
  return { events, subscribedAt: subscription?.createdAt ?? null };
}

export function calendarResponse(body: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="attest.ics"',
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
