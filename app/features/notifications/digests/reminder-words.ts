/** What a reminder says, in the app, in mail and in a preview. Pure. */
import { dayInWords } from "~/features/people/calendar";
import { occasionDay } from "./occasions";

interface Said {
  readonly occasion: string;
  readonly title: string;
  readonly date: Date | string;
}

/** "Service foundation was due by 4 March 2026", as seen at `moment`. */
export function reminderWords({ occasion, title, date }: Said, timeZone: string, moment: Date): string {
  const at = new Date(date);
  const day = dayInWords(occasionDay({ occasion, date: at }, timeZone));
  const past = at <= moment;
  switch (occasion) {
    case "first":
      return past ? `${title} was due by ${day}` : `${title} is due by ${day}`;
    case "window-open":
      return past ? `${title} can be renewed since ${day}` : `${title} can be renewed from ${day} on`;
    case "expiring":
      return `${title} is valid until ${day}`;
    default:
      return `${title} expired on ${day}`;
  }
}
