import { TZDate } from "@date-fns/tz";
import { type Day, dayOf } from "~/features/people/calendar";
import type { ReminderSettings } from "../rules/reminder-rule";
import { grouped } from "./grouped";
import { isWorkingDay } from "./working-days";

/** The working days whose digest hour has come somewhere, each with the zones where it has: three days at the most. */
export function daysBegun(
  moment: Date,
  zones: readonly string[],
  settings: ReminderSettings,
): Map<Day, string[]> {
  const begun = zones.filter(
    (zone) =>
      new TZDate(moment.getTime(), zone).getHours() >= settings.digestHour &&
      isWorkingDay(dayOf(moment, zone), settings),
  );
  return grouped(begun, (zone) => dayOf(moment, zone));
}
