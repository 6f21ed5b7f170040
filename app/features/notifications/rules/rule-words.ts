import type { Channel, Occasion, ReminderRule } from "./reminder-rule";

export const OCCASION_WORDS: Readonly<Record<Occasion, string>> = {
  first: "A first certification is due",
  "window-open": "A renewal can be begun",
  expiring: "A certificate ends",
  lapsed: "A certificate has expired",
};

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  both: "By e-mail and in the portal",
  email: "By e-mail",
  app: "In the portal",
};

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function whenWords(daysBefore: number): string {
  if (daysBefore === 0) return "On the day";
  const count = Math.abs(daysBefore);
  return `${count} ${count === 1 ? "day" : "days"} ${daysBefore > 0 ? "before" : "after"}`;
}

export function toOf({ toPerson, toManagers }: Pick<ReminderRule, "toPerson" | "toManagers">) {
  return toPerson ? (toManagers ? "everyone" : "person") : "managers";
}

export const TO_WORDS = {
  person: "The person",
  managers: "Their managers",
  everyone: "The person and their managers",
} as const;
