/** One's dates as days in one's own zone. Pure. */
import { type Day, dayInWords } from "~/features/people/calendar";
import { occasionDay, type OccasionOf, occasionsOf } from "../digests/occasions";

type Standing = Parameters<typeof occasionsOf>[0] & {
  readonly certificationId: string;
  readonly certificationTitle: string;
  readonly awards: readonly { readonly id: string; readonly events: readonly unknown[] }[];
};

export interface CalendarEvent {
  /** The same for as long as it is about the same thing, whatever becomes of its date. */
  readonly key: string;
  /** Counts what has happened to the certificate: its corrections move the date. */
  readonly sequence: number;
  readonly day: Day;
  readonly summary: string;
  readonly text: string;
}

/** What is required and has a date, and what is held without being required, the soonest first. */
export function calendarEvents(states: readonly Standing[], timeZone: string): CalendarEvent[] {
  return states
    .flatMap((state) => {
      const held = state.status === "valid";
      return occasionsOf(held ? { ...state, obligations: ["held"] } : state).map((occasion) =>
        eventOf(state, occasion, timeZone),
      );
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1));
}

function eventOf(
  { certificationId, certificationTitle: title, award, awards }: Standing,
  { occasion, date, cycle }: OccasionOf,
  timeZone: string,
): CalendarEvent {
  const day = occasionDay({ occasion, date }, timeZone);
  const inWords = dayInWords(day);
  const said = {
    first: [`${title} is due`, `To be earned by ${inWords}.`],
    "window-open": [`${title} can be renewed`, `The renewal is open from ${inWords} on.`],
    expiring: [`${title} ends`, `To be renewed by ${inWords}.`],
    lapsed: [`${title} ended`, `It expired on ${inWords}.`],
  }[occasion] as [string, string];
  /* That a certificate ends and that it has ended is one date. A deadline has no row of its own: another is another one. */
  const kind = occasion === "lapsed" ? "expiring" : occasion;
  const about = occasion === "first" ? cycle : award!.id;
  const sequence = occasion === "first" ? 0 : (awards.find(({ id }) => id === award!.id)?.events.length ?? 0);
  return { key: `${kind} ${certificationId} ${about}`, sequence, day, summary: said[0], text: said[1] };
}
