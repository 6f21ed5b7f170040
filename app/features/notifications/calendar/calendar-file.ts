/** RFC 5545: all-day events that take up no time. Pure but for the moment that is handed in. */
import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { daysAfter } from "../digests/working-days";
import type { CalendarEvent } from "./calendar-events";

interface Given {
  readonly events: readonly CalendarEvent[];
  /** Tells one person's events from another's without naming them. */
  readonly idOf: (key: string) => string;
  readonly portal: string;
  readonly moment: Date;
}

const A_DAY_SECONDS = 86_400;

export function calendarFile({ events, idOf, portal, moment }: Given): string {
  const { hostname } = new URL(portal);
  const calendar = ical({
    name: "Attest",
    prodId: { company: "Attest", product: "Attest", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: A_DAY_SECONDS,
  });
  for (const { key, sequence, day, summary, text } of events)
    calendar.createEvent({
      id: `${idOf(key)}@${hostname}`,
      sequence,
      stamp: moment,
      start: new Date(`${day}T00:00:00Z`),
      end: new Date(`${daysAfter(day, 1)}T00:00:00Z`),
      allDay: true,
      summary,
      description: `${text}\nWhat to do next: ${portal}/`,
      url: `${portal}/`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  /* The library leaves the last line without its end. */
  return `${calendar.toString()}\r\n`;
}
