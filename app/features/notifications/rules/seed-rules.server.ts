import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { newId } from "~/platform/ids.server";
import { DEFAULT_RULES } from "./reminder-rule";

const REASON = "What Attest starts with";

/** Writes the rules to start from where there has never been one. Safe when several processes start at once. */
export async function seedReminderRules(): Promise<void> {
  if (await db.reminderRule.findFirst({ select: { id: true } })) return;
  const seeded = { number: 1, active: true, recordedAt: now(), reason: REASON };
  await db.reminderRule
    .createMany({ data: DEFAULT_RULES.map((rule) => ({ id: newId(), ...rule, ...seeded })) })
    .catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
    });
}
