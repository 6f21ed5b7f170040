import { dayInWords, type Day } from "~/features/people/calendar";

export const COUNTED_TO_WORDS = "5,000+";

interface Days {
  readonly on: Day;
  readonly known: Day;
  readonly today: Day;
}

/** "on 4 March 2026, as known on 6 March 2026" */
export function asOfInWords({ on, known, today }: Days): string {
  const effective = on === today ? "today" : `on ${dayInWords(on)}`;
  return known === today ? `${effective}, as known now` : `${effective}, as known on ${dayInWords(known)}`;
}
