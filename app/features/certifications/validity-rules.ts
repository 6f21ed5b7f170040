/** How long an award lasts. Pure; all dates are counted in UTC, so that a change of clocks moves nothing. */
import { tz } from "@date-fns/tz";
import { add, addDays, getDaysInMonth } from "date-fns";
import type { Validity } from "./certification-definition";

const utc = { in: tz("UTC") };

/**
 * Until when an award counts, that moment itself excluded; null where it never ends. In a month that is too short, its
 * last day stands in: a year from 29 February ends on 28 February.
 * @param previousUntil the end of the award that is renewed in time or within grace; null for a first award and after a lapse
 */
export function validUntil(
  validFrom: Date,
  validity: Validity | null,
  previousUntil: Date | null = null,
): Date | null {
  if (!validity) return null;
  const least = addDays(validFrom, validity.minimumDays ?? 0, utc);
  /* What is renewed early, for a day of the year, would otherwise end with what it renews. */
  const longEnough = (end: Date) =>
    end > validFrom && end >= least && (!previousUntil || end > previousUntil);
  for (let run = 1; ; run++) {
    const end = "until" in validity ? yearEnd(validity.until, validFrom, run) : periodEnd(validity, run);
    if (longEnough(end)) return end;
  }

  function periodEnd({ from, days = 0, months = 0, years = 0 }: PeriodValidity, runs: number): Date {
    const start = from === "previous-expiry" && previousUntil ? previousUntil : validFrom;
    return new Date(
      add(start, { days: days * runs, months: months * runs, years: years * runs }, utc).getTime(),
    );
  }
}

type PeriodValidity = Exclude<Validity, { until: string }>;

/** The midnight that ends this day (MM-DD) of the year of `from`, or of a later one. */
function yearEnd(name: string, from: Date, run: number): Date {
  const [month, day] = name.split("-").map(Number) as [number, number];
  const year = from.getUTCFullYear() + run - 1;
  const last = getDaysInMonth(new Date(Date.UTC(year, month - 1)), utc);
  return new Date(Date.UTC(year, month - 1, Math.min(day, last) + 1));
}
