import { TZDate } from "@date-fns/tz";

/** A calendar day as forms send it: 2026-03-04. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const MS_A_DAY = 86_400_000;
const FIRST_YEAR = 1950;
const LAST_YEAR = 2150;

export function isDay(value: string): boolean {
  const [, year, month, day] = (DAY.exec(value) ?? []).map(Number);
  if (!year || !month || !day || year < FIRST_YEAR || year > LAST_YEAR) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The first moment of the day in that zone; where clocks skip midnight it is later than 00:00. */
export function startOfDay(day: Day, timeZone: string): Date {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(new TZDate(year, month - 1, date, timeZone).getTime());
}

/** The first moment after the day. */
export function endOfDay(day: Day, timeZone: string): Date {
  return startOfDay(dayAfter(day), timeZone);
}

/** The calendar day it is in that zone. */
export function dayOf(moment: Date, timeZone: string): Day {
  const local = new TZDate(moment.getTime(), timeZone);
  return [local.getFullYear(), pad(local.getMonth() + 1), pad(local.getDate())].join("-");
}

/**
 * The last day on which something holds, or by which it is to be done, that ends at `until`: a midnight belongs to the day
 * before it. What ends with a day in UTC, as certificates do, ends with that day for everybody.
 */
export function lastDayOf(until: Date, timeZone: string): Day {
  const midnight = until.getTime() % MS_A_DAY === 0;
  return dayOf(new Date(until.getTime() - 1), midnight ? "UTC" : timeZone);
}

/** "4 March 2026" */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

function dayAfter(day: Day): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
