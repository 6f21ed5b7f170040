import { z } from "zod";
import { dayOf, isDay, startOfDay } from "~/features/people/calendar";

export const awardChangeForm = z.object({
  intent: z.enum(["revoke", "reinstate"]),
  reason: z
    .string({ error: "Write why. The reason stays with the record." })
    .trim()
    .min(1, "Write why. The reason stays with the record.")
    .max(1_000, "Keep the reason under 1,000 characters."),
  effectiveAt: z.string().refine(isDay, "Use a date such as 2026-03-04.").optional(),
});

/** Today means now: the first moment of today may lie before the certificate itself. */
export function effectiveFrom(day: string | undefined, timeZone: string, now: Date): Date | undefined {
  return day === undefined || day === dayOf(now, timeZone) ? undefined : startOfDay(day, timeZone);
}
