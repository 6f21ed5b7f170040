import { z } from "zod";
import { isDay } from "~/features/people/calendar";

const whole = (most: number) => {
  const message = `Type a whole number from 0 to ${most}.`;
  return z.number({ error: message }).int(message).min(0, message).max(most, message).default(0);
};
const day = z.string({ error: "Choose a day." }).refine(isDay, "Choose a day, such as 2026-03-04.");
const WHY = "Say why, in a few words. Only administrators read it, on this page.";

export const grantAccommodationForm = z
  .object({
    form: z.literal("accommodation"),
    extraPercent: whole(200),
    breakMinutes: whole(120),
    from: day,
    lastDay: day.optional(),
    reason: z.string({ error: WHY }).trim().min(3, WHY).max(1_000, "Use at most 1,000 characters."),
  })
  .refine(({ extraPercent, breakMinutes }) => extraPercent + breakMinutes > 0, {
    message: "Grant extra time, minutes for breaks, or both.",
    path: ["extraPercent"],
  });

export const endAccommodationForm = z.object({
  form: z.literal("end-accommodation"),
  accommodationId: z.string().max(100),
  lastDay: day,
});
