import { tz } from "@date-fns/tz";
import { format } from "date-fns";

/** "4 March 2026" */
export function dateInWords(date: Date | string, timeZone = "UTC"): string {
  return format(date, "d MMMM yyyy", { in: tz(timeZone) });
}
