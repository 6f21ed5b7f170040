import { z } from "zod";
import { isDay } from "~/features/people/calendar";

const line = (message: string, max: number) =>
  z.string({ error: message }).trim().min(1, message).max(max, `Use at most ${max} characters.`);
const day = (message: string) => z.string({ error: message }).refine(isDay, message);
const dayHint = "Use a date such as 2026-03-04.";

export const sendForm = z.object({
  form: z.literal("send"),
  issuer: line("Type who issued it, as it is printed.", 120),
  number: line("Type its number, as it is printed.", 80),
  issuedOn: day("Type the day on which it was issued."),
  expiresOn: day(dayHint).optional(),
  /** The file itself is read on the server. */
  file: z.unknown().optional(),
});

export const withdrawForm = z.object({ form: z.literal("withdraw"), certificateId: z.string().max(100) });

const why = "Write why. The holder reads it, and it stays with the record.";
const reason = z.string({ error: why }).trim().min(3, why).max(1_000, "Use at most 1,000 characters.");

export const acceptForm = z.object({
  form: z.literal("accept"),
  issuedOn: day("Type the day on which it was issued."),
  expiresOn: day(dayHint).optional(),
  /** Needed where the dates are corrected. */
  reason: reason.optional(),
});
export const refuseForm = z.object({ form: z.literal("refuse"), reason });
export const revokeForm = z.object({ form: z.literal("revoke"), reason });

/** Of every certificate that is sent in. */
export const FILE_RULE = { types: ["pdf", "png", "jpg"], megabytes: 10 } as const;
