/** Which rule's day has come last for what a person owes: earlier ones are past and are not made up for. Pure. */
import type { Day } from "~/features/people/calendar";
import { isAfter, type ReminderRule, type ReminderSettings } from "../rules/reminder-rule";
import { occasionDay, type OccasionOf } from "./occasions";
import { daysAfter, workingDayFrom } from "./working-days";

export interface Stage extends OccasionOf {
  readonly rule: ReminderRule;
  /** The working day, where the recipient is, on which it is to be told. */
  readonly day: Day;
}

interface Where {
  readonly timeZone: string;
  readonly today: Day;
  readonly settings: ReminderSettings;
}

/** One thing is said of one certification at a time: the latest. */
export function stageOf(
  occasions: readonly OccasionOf[],
  rules: readonly ReminderRule[],
  { timeZone, today, settings }: Where,
): Stage | null {
  const come = occasions.flatMap((each) =>
    rules
      .filter(({ occasion }) => occasion === each.occasion)
      .map((rule): Stage => ({ ...each, rule, day: dayFor(rule, occasionDay(each, timeZone), settings) }))
      .filter(({ day }) => day <= today),
  );
  return come.sort(latestFirst)[0] ?? null;
}

/** What falls on a day off is said on the working day before, and what follows a date on the one after. */
export function dayFor(rule: ReminderRule, date: Day, settings: ReminderSettings): Day {
  return workingDayFrom(daysAfter(date, -rule.daysBefore), isAfter(rule) ? 1 : -1, settings);
}

/** Of two on one day the one that is nearer to its date; of those, what ends before what opens. */
function latestFirst(a: Stage, b: Stage): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return (
    Number(a.occasion === "window-open") - Number(b.occasion === "window-open") ||
    a.rule.daysBefore - b.rule.daysBefore ||
    (a.rule.ruleId < b.rule.ruleId ? -1 : 1)
  );
}
