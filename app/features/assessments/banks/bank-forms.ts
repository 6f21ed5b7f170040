import { z } from "zod";
import { bankBounds } from "./bank-bounds";

const title = z
  .string({ error: "Give the bank a title." })
  .trim()
  .min(1, "Give the bank a title.")
  .max(bankBounds.title, `Use at most ${bankBounds.title} characters.`);

export const newBank = z.object({ title });
export const renamedBank = z.object({ form: z.literal("rename"), title });
