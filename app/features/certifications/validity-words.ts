/** How long a certification lasts, in words. */
import type { Validity } from "./certification-definition";

const dayAndMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

export function validityWords(validity: Validity | undefined): string {
  if (!validity) return "does not expire";
  if ("until" in validity)
    return `valid until the next ${dayAndMonth.format(new Date(`2024-${validity.until}T00:00:00Z`))}`;
  const [unit, count] = (["days", "months", "years"] as const)
    .map((name) => [name, validity[name]] as const)
    .find(([, number]) => number)!;
  return `valid for ${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
