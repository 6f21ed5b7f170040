import { z } from "zod";
import { LONGEST_GROUNDS, SHORTEST_GROUNDS } from "./appeal-rules";

const groundsWords = `Say in at least ${SHORTEST_GROUNDS} characters what should be different, and why.`;

export const appealForm = z.object({
  form: z.literal("file"),
  about: z
    .string({ error: "Choose what it is about." })
    .regex(/^(test|\d{1,4})$/, "Choose a question of this test, or the whole test."),
  grounds: z
    .string({ error: groundsWords })
    .trim()
    .min(SHORTEST_GROUNDS, groundsWords)
    .max(LONGEST_GROUNDS, `Use at most ${LONGEST_GROUNDS.toLocaleString("en")} characters.`),
});

export const withdrawForm = z.object({ form: z.literal("withdraw"), appealId: z.string().max(100) });

const why = "Write why. The person reads it.";

export const decideForm = z.object({
  decision: z.enum(["full-credit", "second-marking", "none", "rejected"], { error: "Choose a decision." }),
  reason: z.string({ error: why }).trim().min(3, why).max(4_000, "Use at most 4,000 characters."),
});
