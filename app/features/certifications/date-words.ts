import { dayInWords, dayOf } from "~/features/people/calendar";

/** "4 March 2026". What is printed on a certificate is in UTC, so that every copy of it says the same. */
export function dateInWords(date: Date, timeZone = "UTC"): string {
  return dayInWords(dayOf(date, timeZone));
}

/** The last day on which something holds that ends at `until`: a midnight belongs to the day before it. */
export function lastDayInWords(until: Date, timeZone = "UTC"): string {
  return dateInWords(new Date(until.getTime() - 1), timeZone);
}
