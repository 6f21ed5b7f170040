import { now } from "~/platform/clock.server";
import { type Day, dayOf, endOfDay } from "./calendar";

/** The moment something ends whose last day is this. A last day of today means at once. */
export function untilAfter(lastDay: Day, timeZone: string): Date {
  const today = dayOf(now(), timeZone);
  return lastDay === today ? now() : endOfDay(lastDay, timeZone);
}
