import { z } from "zod";
import { isDay } from "~/features/people/calendar";

const reason = z
  .string({ error: "Write why. The person reads it." })
  .trim()
  .min(1, "Write why. The person reads it.")
  .max(1_000, "Keep the reason under 1,000 characters.");

export const askedForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("ask"),
    certificationId: z.string({ error: "Choose a certification." }),
    /** The last day on which it is in time. */
    due: z.string({ error: "Give the last day for it." }).refine(isDay, "Use a date such as 2026-03-04."),
    reason,
  }),
  z.object({ intent: z.literal("take-back"), cycle: z.string(), reason }),
]);
