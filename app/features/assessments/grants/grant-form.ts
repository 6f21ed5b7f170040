import { z } from "zod";

const WHY = "Say why in at least 10 characters, for whoever reads this later.";

export const grantForm = z.object({
  form: z.literal("grant-attempts"),
  assessmentId: z.string().max(100),
  reason: z.string({ error: WHY }).trim().min(10, WHY).max(1_000, "Use at most 1,000 characters."),
});
