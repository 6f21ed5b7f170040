/** The rules and settings in force, and what they were before. Few rows, whatever the size of the company. */
import { z } from "zod";
import type { Actor } from "~/features/people/actor";
import { requireAdministrator } from "~/features/people/people-policy";
import { db, sql, type Tx } from "~/platform/db/client.server";
import {
  CHANNELS,
  DEFAULT_SETTINGS,
  OCCASIONS,
  type ReminderRule,
  type ReminderSettings,
} from "./reminder-rule";

export interface RuleVersion extends ReminderRule {
  readonly number: number;
  readonly active: boolean;
  readonly recordedAt: Date;
  readonly reason: string;
  readonly actorName: string | null;
}

interface Row extends Omit<RuleVersion, "occasion" | "channel" | "toPerson" | "toManagers" | "active"> {
  occasion: string;
  channel: string;
  toPerson: boolean | number;
  toManagers: boolean | number;
  active: boolean | number;
}

/** Every version, the newest first. */
export async function ruleVersions(client: typeof db | Tx = db): Promise<RuleVersion[]> {
  const rows = await client.$queryRaw<Row[]>(sql`
    SELECT r."ruleId", r."number", r."occasion", r."daysBefore", r."toPerson", r."toManagers", r."channel",
           r."active", r."recordedAt", r."reason", p."name" AS "actorName"
    FROM "ReminderRule" r LEFT JOIN "Person" p ON p."id" = r."actorId"
    ORDER BY r."recordedAt" DESC, r."number" DESC, r."ruleId"`);
  return rows.map((row) => ({
    ...row,
    occasion: z.enum(OCCASIONS).parse(row.occasion),
    channel: z.enum(CHANNELS).parse(row.channel),
    toPerson: Boolean(row.toPerson),
    toManagers: Boolean(row.toManagers),
    active: Boolean(row.active),
  }));
}

/** The newest version of each rule, in the order of time to come. */
export function newestOf(versions: readonly RuleVersion[]): RuleVersion[] {
  const newest = new Map<string, RuleVersion>();
  for (const version of versions)
    if (version.number > (newest.get(version.ruleId)?.number ?? 0)) newest.set(version.ruleId, version);
  return [...newest.values()].sort(
    (a, b) =>
      OCCASIONS.indexOf(a.occasion) - OCCASIONS.indexOf(b.occasion) ||
      b.daysBefore - a.daysBefore ||
      (a.ruleId < b.ruleId ? -1 : 1),
  );
}

export async function rulesInForce(): Promise<ReminderRule[]> {
  return newestOf(await ruleVersions()).filter(({ active }) => active);
}

export interface SettingsVersion extends ReminderSettings {
  readonly number: number;
}

const weekdays = z.array(z.int().min(1).max(7));
const days = z.array(z.string());

export async function settingsInForce(client: typeof db | Tx = db): Promise<SettingsVersion> {
  const row = await client.reminderSettings.findFirst({
    orderBy: { number: "desc" },
    select: { number: true, digestHour: true, workingDays: true, holidays: true },
  });
  if (!row) return { number: 0, ...DEFAULT_SETTINGS };
  const { number, digestHour, workingDays, holidays } = row;
  return {
    number,
    digestHour,
    workingDays: weekdays.parse(JSON.parse(workingDays)),
    holidays: days.parse(JSON.parse(holidays)),
  };
}

/** @throws NotFound for everyone but administrators */
export async function remindersPage(actor: Actor) {
  requireAdministrator(actor);
  const [versions, settings] = await Promise.all([ruleVersions(), settingsInForce()]);
  return { rules: newestOf(versions), history: versions, settings };
}
