import { dayInWords, dayOf, lastDayOf } from "~/features/people/calendar";

/** "4 March 2026". What is printed on a certificate is in UTC, so that every copy of it says the same. */
export function dateInWords(date: Date, timeZone = "UTC"): string {
  return dayInWords(dayOf(date, timeZone));
}

export function lastDayInWords(until: Date, timeZone = "UTC"): string {
  return dayInWords(lastDayOf(until, timeZone));
}
