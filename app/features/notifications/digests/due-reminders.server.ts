/** What each of some people is to be told on their day: four queries, however many they are and whomever they lead. */
import {
  certificationStates,
  type CertificationState,
} from "~/features/certifications/certification-states.server";
import type { AsOf } from "~/features/people/as-of.server";
import type { Day } from "~/features/people/calendar";
import { db, sql, sqlList } from "~/platform/db/client.server";
import type { ReminderRule, ReminderSettings } from "../rules/reminder-rule";
import { grouped } from "./grouped";
import { ledPeople } from "./led-people.server";
import { occasionsOf, runOf } from "./occasions";
import { type Stage, stageOf } from "./stage";

export interface Recipient {
  readonly id: string;
  readonly timeZone: string;
  /** The calendar day it is where they are. */
  readonly day: Day;
}

export interface DueReminder extends Stage {
  readonly recipientId: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly certificationId: string;
  readonly title: string;
  readonly teamId: string | null;
  readonly teamName: string | null;
}

interface Asked {
  readonly rules: readonly ReminderRule[];
  readonly settings: ReminderSettings;
  readonly asOf: AsOf;
}

/** By recipient; whoever is to be told nothing is not in it. */
export async function dueReminders(
  recipients: readonly Recipient[],
  { rules, settings, asOf }: Asked,
): Promise<Map<string, DueReminder[]>> {
  const led = await ledPeople(
    recipients.map(({ id }) => id),
    asOf,
  );
  const subjects = new Set([...recipients.map(({ id }) => id), ...led.map(({ personId }) => personId)]);
  const states = grouped(await certificationStates([...subjects], asOf), ({ personId }) => personId);
  const forPerson = rules.filter(({ toPerson }) => toPerson);
  const forManagers = rules.filter(({ toManagers }) => toManagers);
  const ledBy = grouped(led, ({ managerId }) => managerId);

  const due = recipients.flatMap(({ id: recipientId, timeZone, day: today }) => {
    const where = { timeZone, today, settings };
    const tell =
      (by: readonly ReminderRule[], of: Pick<DueReminder, "teamId" | "teamName" | "subjectName">) =>
      (state: CertificationState): DueReminder[] => {
        const stage = stageOf(occasionsOf(state), by, where);
        const { personId: subjectId, certificationId, certificationTitle: title } = state;
        return stage ? [{ ...stage, ...of, recipientId, subjectId, certificationId, title }] : [];
      };
    const own = { teamId: null, teamName: null, subjectName: null };
    return [
      ...(states.get(recipientId) ?? []).flatMap(tell(forPerson, own)),
      ...(ledBy.get(recipientId) ?? []).flatMap(({ personId, name: subjectName, teamId, teamName }) =>
        (states.get(personId) ?? []).flatMap(tell(forManagers, { subjectName, teamId, teamName })),
      ),
    ];
  });
  const told = await toldAlready([...new Set(due.map(({ recipientId }) => recipientId))]);
  return grouped(
    due.filter((each) => !(each.rule.daysBefore >= (told.get(keyOf(each)) ?? Infinity))),
    ({ recipientId }) => recipientId,
  );
}

interface Told {
  recipientId: string;
  subjectId: string;
  certificationId: string;
  occasion: string;
  cycle: string;
  daysBefore: number;
}

/** How near to its date each was told last, so that a rule which replaces another does not say it again. */
async function toldAlready(recipientIds: readonly string[]): Promise<Map<string, number>> {
  if (recipientIds.length === 0) return new Map();
  const rows = await db.$queryRaw<Told[]>(sql`
    SELECT "recipientId", "subjectId", "certificationId", "occasion", "cycle", MIN("daysBefore") AS "daysBefore"
    FROM "Reminder" WHERE "recipientId" IN (${sqlList([...recipientIds])})
    GROUP BY "recipientId", "subjectId", "certificationId", "occasion", "cycle"`);
  const nearest = new Map<string, number>();
  for (const row of rows)
    nearest.set(keyOf(row), Math.min(Number(row.daysBefore), nearest.get(keyOf(row)) ?? Infinity));
  return nearest;
}

function keyOf(told: Omit<Told, "daysBefore">) {
  const { recipientId, subjectId, certificationId, occasion } = told;
  return [recipientId, subjectId, certificationId, occasion, runOf(told)].join(" ");
}
