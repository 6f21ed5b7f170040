/** Arithmetic on calendar days, which knows no hours and so no change of clocks. Pure. */
import type { Day } from "~/features/people/calendar";
import type { ReminderSettings } from "../rules/reminder-rule";

const MS_A_DAY = 86_400_000;
/** No company is closed for longer; the bound keeps wrong settings from running for ever. */
const MOST_DAYS_OFF = 400;

type Week = Pick<ReminderSettings, "workingDays" | "holidays">;

export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_A_DAY).toISOString().slice(0, 10);
}

export function isWorkingDay(day: Day, { workingDays, holidays }: Week): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return workingDays.includes(weekday) && !holidays.includes(day);
}

/** The day itself, or else the nearest working day in that direction. */
export function workingDayFrom(day: Day, direction: 1 | -1, week: Week): Day {
  for (let away = 0; away < MOST_DAYS_OFF; away++) {
    const candidate = daysAfter(day, direction * away);
    if (isWorkingDay(candidate, week)) return candidate;
  }
  return day;
}
