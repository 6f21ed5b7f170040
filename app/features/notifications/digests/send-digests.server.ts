/**
 * Writes what is due as one digest a person and day. Several processes may do it at once: the database lets there be one
 * digest a day and one reminder of each thing, and whoever comes second leaves it.
 */
import { employed } from "~/features/people/as-of.server";
import { type Day, dayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { db, sql, sqlList, transaction, type Prisma, type Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { rulesInForce, settingsInForce } from "../rules/rule-queries.server";
import { type DueReminder, dueReminders, type Recipient } from "./due-reminders.server";
import { daysBegun } from "./days-begun";

const BATCH = 200;
/** Less than the lease lasts; the next run goes on with whoever is left. */
const RUN_MS = 15_000;

/** @returns how many digests were written */
export async function sendDigests(): Promise<number> {
  const started = performance.now();
  const [rules, settings, zones] = await Promise.all([rulesInForce(), settingsInForce(), usedZones()]);
  const moment = now();
  const begun = daysBegun(moment, zones, settings);
  let written = 0;
  let after = "";
  while (begun.size > 0 && performance.now() - started < RUN_MS) {
    const people = await unchecked(moment, begun, after);
    const due = await dueReminders(people, { rules, settings, asOf: { effective: moment, known: moment } });
    for (const person of people) {
      const reminders = due.get(person.id);
      if (reminders && (await writeDigest(person, reminders))) written++;
    }
    await transaction((tx) =>
      markChecked(
        tx,
        people.filter(({ id }) => !due.has(id)),
      ),
    );
    if (people.length < BATCH) break;
    after = people.at(-1)!.id;
  }
  return written;
}

async function usedZones(): Promise<string[]> {
  const rows = await db.$queryRaw<{ timeZone: string }[]>`SELECT DISTINCT "timeZone" FROM "Person"`;
  return rows.map(({ timeZone }) => timeZone);
}

/** People whose digest hour has come, and for whom their day was not worked out yet. */
async function unchecked(t: Date, begun: ReadonlyMap<Day, string[]>, after: string): Promise<Recipient[]> {
  const parts = [...begun].map(
    ([day, zones]) =>
      sql`(p."timeZone" IN (${sqlList(zones)}) AND (done."day" IS NULL OR done."day" < ${day}))`,
  );
  const rows = await db.$queryRaw<{ id: string; timeZone: string }[]>(sql`
    SELECT p."id", p."timeZone" FROM "Person" p LEFT JOIN "ReminderCheck" done ON done."personId" = p."id"
    WHERE p."id" > ${after} AND (${sqlList(parts, " OR ")}) AND (p."leftAt" IS NULL OR p."leftAt" > ${t})
      AND ${employed({ effective: t, known: t })}
    ORDER BY p."id" LIMIT ${BATCH}`);
  return rows.map(({ id, timeZone }) => ({ id, timeZone, day: dayOf(t, timeZone) }));
}

/** @returns whether it was written here; else another process was first */
async function writeDigest(person: Recipient, reminders: readonly DueReminder[]): Promise<boolean> {
  const digestId = newId();
  const has = (channel: string) => reminders.some(({ rule }) => rule.channel !== channel);
  const byMail = has("app");
  const said = { id: digestId, personId: person.id, day: person.day, createdAt: now() };
  try {
    await transaction(async (tx) => {
      await tx.reminderDigest.create({
        data: { ...said, inApp: has("email"), byMail },
        select: { id: true },
      });
      await tx.reminder.createMany({ data: reminders.map((each) => ({ digestId, ...rowOf(each) })) });
      if (byMail) await enqueue(tx, "reminder-digest", { digestId });
      await markChecked(tx, [person]);
    });
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
}

function rowOf(due: DueReminder): Omit<Prisma.ReminderCreateManyInput, "digestId"> {
  const { recipientId, subjectId, certificationId, title, occasion, cycle, date, teamId, rule } = due;
  const { ruleId, daysBefore, channel } = rule;
  const of = { recipientId, subjectId, certificationId, title, occasion, cycle, date, teamId };
  return { id: newId(), ...of, ruleId, daysBefore, channel };
}

async function markChecked(tx: Tx, people: readonly Recipient[]): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ id, day }) => sql`(${id}, ${day})`);
  await tx.$executeRaw(sql`
    INSERT INTO "ReminderCheck" ("personId", "day") VALUES ${sqlList(rows)}
    ON CONFLICT ("personId") DO UPDATE SET "day" = excluded."day" WHERE "ReminderCheck"."day" < excluded."day"`);
}
