/** What there is to be reminded of in a person's standing. Pure. */
import type { CertificationState } from "~/features/certifications/certification-states.server";
import { type Day, dayOf, lastDayOf } from "~/features/people/calendar";
import type { Occasion } from "../rules/reminder-rule";

export interface OccasionOf {
  readonly occasion: Occasion;
  readonly date: Date;
  /** The certificate, if there is one, and the date: `runOf` says when another is told of anew. */
  readonly cycle: string;
}

type Standing = Pick<CertificationState, "status" | "award" | "dueBy"> & {
  readonly obligations: readonly unknown[];
};

/** Of what is required. What was stopped by somebody was told when it happened. */
export function occasionsOf({ status, award, dueBy, obligations }: Standing): OccasionOf[] {
  if (obligations.length === 0) return [];
  if ((status === "due" || status === "overdue") && dueBy)
    return [{ occasion: "first", date: dueBy, cycle: `${award?.id ?? "none"} ${dueBy.toISOString()}` }];
  const until = award?.validUntil;
  if (!award || !until) return [];
  const cycle = `${award.id} ${until.toISOString()}`;
  if (status === "grace" || status === "expired") return [{ occasion: "lapsed", date: until, cycle }];
  if (status !== "valid") return [];
  const expiring: OccasionOf = { occasion: "expiring", date: until, cycle };
  const opens = award.renewalOpensAt;
  return opens ? [expiring, { occasion: "window-open", date: opens, cycle }] : [expiring];
}

/** The day that is named: of what ends or is to be done by then the last one, of the others the first. */
export function occasionDay(
  { occasion, date }: { readonly occasion: string; readonly date: Date },
  timeZone: string,
): Day {
  return occasion === "expiring" || occasion === "first" ? lastDayOf(date, timeZone) : dayOf(date, timeZone);
}

/**
 * What tells a reminder from others of the same certification and occasion. A certificate that takes the place of another
 * and ends when that one would have is nothing new to be told of; the window of each is its own.
 */
export function runOf({ occasion, cycle }: { readonly occasion: string; readonly cycle: string }): string {
  return occasion === "expiring" || occasion === "lapsed" ? cycle.slice(cycle.indexOf(" ") + 1) : cycle;
}
