import { z } from "zod";

export const SHORTEST_REASON = 10;
export const REASON_TOO_SHORT = `Say in at least ${SHORTEST_REASON} characters why. The people concerned and auditors read it.`;

/** What is confirmed after the preview; the choice itself is in the address. */
export const regradeConfirmation = z.object({
  reason: z
    .string({ error: REASON_TOO_SHORT })
    .trim()
    .min(SHORTEST_REASON, REASON_TOO_SHORT)
    .max(2_000, "A reason has at most 2,000 characters."),
  /** The latest regrade that was seen; empty for none. */
  seen: z.string().optional(),
});
