import { z } from "zod";
import { dayOf, isDay, startOfDay } from "~/features/people/calendar";

const day = z.string().refine(isDay, "Use a date such as 2026-03-04.").optional();
const reason = z
  .string({ error: "Write why. The reason stays with the record." })
  .trim()
  .min(1, "Write why. The reason stays with the record.")
  .max(1_000, "Keep the reason under 1,000 characters.");

const changing = {
  reason,
  effectiveAt: day,
  validFrom: day,
  validUntil: day,
};

export const awardChangeForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("suspended"), ...changing }),
  z.object({ intent: z.literal("revoked"), ...changing }),
  z.object({ intent: z.literal("reinstated"), ...changing }),
  z.object({ intent: z.literal("corrected"), ...changing }),
  z.object({ intent: z.literal("surrendered"), ...changing }),
  z.object({ intent: z.literal("confirm"), proposal: z.string() }),
  z.object({ intent: z.literal("decline"), proposal: z.string(), reason }),
  z.object({ intent: z.literal("withdraw"), proposal: z.string() }),
]);
export type AwardChangeInput = z.output<typeof awardChangeForm>;

/** Today means now: the first moment of today may lie before the certificate itself. */
export function effectiveFrom(day: string | undefined, timeZone: string, now: Date): Date | undefined {
  return day === undefined || day === dayOf(now, timeZone) ? undefined : startOfDay(day, timeZone);
}
