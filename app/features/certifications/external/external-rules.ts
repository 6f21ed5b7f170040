/** Days on a certificate that somebody else issued: it counts to the end of the last one in UTC, as all certificates do. Pure. */
import { type Day, dayOf, endOfDay } from "~/features/people/calendar";

export interface PrintedDays {
  readonly issuedOn: Day;
  /** The last day on which it counts; null where it does not end. */
  readonly expiresOn: Day | null;
}

/** What is wrong with the days, by field; empty where nothing is. */
export function wrongDays(
  { issuedOn, expiresOn }: PrintedDays,
  timeZone: string,
  now: Date,
): Record<string, string[]> {
  if (issuedOn > dayOf(now, timeZone))
    return { issuedOn: ["The day of issue is in the future. Use the one that is printed on it."] };
  if (expiresOn === null) return {};
  if (expiresOn <= issuedOn) return { expiresOn: ["It has to end after the day on which it was issued."] };
  if (endOfDay(expiresOn, "UTC") <= now)
    return { expiresOn: ["It has ended already. One that still runs counts."] };
  return {};
}

/** More than this that wait are not counted. */
export const COUNTED = 100;

export type ExternalState = "waiting" | "accepted" | "refused" | "withdrawn" | "revoked";

/** The latest decision says it. */
export function stateOf(
  decisions: readonly { readonly number: number; readonly kind: string }[],
): ExternalState {
  const last = decisions.reduce<{ number: number; kind: string } | null>(
    (best, each) => (best && best.number > each.number ? best : each),
    null,
  );
  return (last?.kind as ExternalState | undefined) ?? "waiting";
}
