import { z } from "zod";
import { isDay } from "~/features/people/calendar";
import { CHANNELS, OCCASIONS } from "./reminder-rule";

const WHY = "Say why, in a few words. It is kept with the rule.";
const reason = z.string({ error: WHY }).trim().min(3, WHY).max(500, "Use at most 500 characters.");
const DAYS = "Type a whole number of days from -365 to 365.";
const TO = "Choose who is told.";

const what = {
  daysBefore: z.number({ error: DAYS }).int(DAYS).min(-365, DAYS).max(365, DAYS),
  to: z.enum(["person", "managers", "everyone"], { error: TO }),
  channel: z.enum(CHANNELS, { error: "Choose how they are told." }),
  reason,
};

export const addRuleForm = z.object({
  form: z.literal("add-rule"),
  occasion: z.enum(OCCASIONS, { error: "Choose what it is about." }),
  ...what,
});

const known = { ruleId: z.string().max(100), number: z.number().int() };

export const changeRuleForm = z.object({ form: z.literal("change-rule"), ...known, ...what });

export const switchRuleForm = z.object({ form: z.literal("switch-rule"), ...known, reason });

const HOUR = "Type a whole hour from 0 to 23.";
const MOST_HOLIDAYS = 200;

/** One day a line. */
const holidays = z
  .string()
  .max(5_000, "Use fewer lines.")
  .default("")
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))].sort())
  .superRefine((days, context) => {
    const wrong = days.find((day) => !isDay(day));
    if (wrong)
      context.addIssue(`${wrong.slice(0, 20)} is not a day. Write days such as 2026-12-25, one a line.`);
    if (days.length > MOST_HOLIDAYS) context.addIssue(`List at most ${MOST_HOLIDAYS} days.`);
  });

export const settingsForm = z.object({
  form: z.literal("settings"),
  number: z.number().int(),
  digestHour: z.number({ error: HOUR }).int(HOUR).min(0, HOUR).max(23, HOUR),
  workingDays: z
    .array(z.enum(["1", "2", "3", "4", "5", "6", "7"]), { error: "Choose at least one day." })
    .min(1),
  holidays,
  reason,
});
