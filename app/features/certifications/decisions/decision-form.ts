import { z } from "zod";

export const decisionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("grant") }),
  z.object({
    intent: z.literal("refuse"),
    reason: z
      .string({ error: "Write why. The person and auditors read it." })
      .trim()
      .min(1, "Write why. The person and auditors read it.")
      .max(1_000, "Keep the reason under 1,000 characters."),
  }),
]);
