/** The forms around a sign-off; that for filling it in is in mark-form.ts. */
import { z } from "zod";
import { LONGEST_TEXT, SHORTEST_REASON } from "./sign-off-rules";

const choose = "Choose a checklist.";
export const beginForm = z.object({ checklistId: z.string({ error: choose }).min(1, choose).max(100) });

const text = z.string().trim().max(LONGEST_TEXT, "Use at most 2,000 characters.");
const reason = (words: string) =>
  z
    .string({ error: words })
    .trim()
    .min(SHORTEST_REASON, words)
    .max(LONGEST_TEXT, "Use at most 2,000 characters.");
const tick = (words: string) => z.literal("on", { error: words });

export const completeForm = z.object({
  form: z.literal("complete"),
  edits: z.coerce.number().int().min(0),
  comment: text.default(""),
  declared: tick("Tick the declaration to sign."),
});
export const withdrawForm = z.object({
  form: z.literal("withdraw"),
  reason: reason("Say why. It stays with the sign-off."),
});
export const acknowledgeForm = z.object({
  form: z.literal("acknowledge"),
  declared: tick("Tick the declaration to acknowledge it."),
});
export const disputeForm = z.object({
  form: z.literal("dispute"),
  reason: reason("Say what is not right. Your manager reads it."),
});
