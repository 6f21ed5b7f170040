/** The form of a marking page: `points.<position>.<criterion>` and `comment.<position>`. */
import { z } from "zod";
import { LONGEST_COMMENT } from "./check-marks";

const key = z.string().max(64);

export const markForm = z.object({
  number: z.coerce.number({ error: "Reload the page, and mark what it shows." }).int().min(1).max(100),
  points: z
    .record(key, z.record(key, z.coerce.number({ error: "Choose one of the levels shown." })))
    .default({}),
  comment: z
    .record(
      key,
      z
        .string()
        .max(2 * LONGEST_COMMENT)
        .optional(),
    )
    .default({}),
  again: z.literal("yes").optional(),
  reason: z.string().max(1_000, "Use at most 1,000 characters.").optional(),
});

const why = "Say in a few words why somebody else should mark it as well.";

/** Of the page that asks for a second marking. */
export const secondMarkingForm = z.object({
  reason: z.string({ error: why }).trim().min(3, why).max(1_000, "Use at most 1,000 characters."),
});
