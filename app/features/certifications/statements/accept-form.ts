import { z } from "zod";

export const acceptForm = z.object({
  /** Of the text that was shown. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  accepted: z.literal("yes", { error: "Tick the box to say that you have read it and accept it." }),
});
