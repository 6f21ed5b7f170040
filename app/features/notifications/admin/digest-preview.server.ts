/** Who would be told what on a day, by the rules as they are now and if nobody did anything until then. */
import type { Actor } from "~/features/people/actor";
import { employed } from "~/features/people/as-of.server";
import { type Day, dayOf, startOfDay } from "~/features/people/calendar";
import { foldName } from "~/features/people/fold-name";
import { requireAdministrator } from "~/features/people/people-policy";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { type DueReminder, dueReminders } from "../digests/due-reminders.server";
import { reminderWords } from "../digests/reminder-words";
import { isWorkingDay } from "../digests/working-days";
import { rulesInForce, settingsInForce } from "../rules/rule-queries.server";

/** How many people a page looks through; only those are listed who would be told something. */
const PEOPLE = 100;
const HOUR_MS = 3_600_000;

interface Person {
  id: string;
  name: string;
  timeZone: string;
}

interface PreviewRow {
  readonly personId: string;
  readonly name: string;
  readonly lines: readonly { readonly key: string; readonly words: string; readonly who: string | null }[];
}

/** @throws NotFound for everyone but administrators */
export async function digestPreview(actor: Actor, day: Day, after: { name: string; id: string } | null) {
  requireAdministrator(actor);
  const [rules, settings] = await Promise.all([rulesInForce(), settingsInForce()]);
  if (!isWorkingDay(day, settings)) return { rows: [], next: null, dayOff: true };
  const today = dayOf(now(), actor.timeZone);
  const hour = new Date(startOfDay(day, actor.timeZone).getTime() + settings.digestHour * HOUR_MS);
  const asOf = { effective: day === today ? now() : hour, known: now() };
  const people = await peopleAfter(after, asOf);
  const shown = people.slice(0, PEOPLE);
  const due = await dueReminders(
    shown.map(({ id, timeZone }) => ({ id, timeZone, day })),
    { rules, settings, asOf },
  );
  /* What is to be told before then will have been told. */
  const onDay = (each: DueReminder) => day === today || each.day === day;
  const rows = shown.flatMap((person): PreviewRow[] => {
    const told = (due.get(person.id) ?? []).filter(onDay);
    return told.length > 0 ? [rowOf(person, told, asOf.effective)] : [];
  });
  const last = people.length > PEOPLE ? shown.at(-1)! : null;
  return { rows, next: last && { name: last.name, id: last.id }, dayOff: false };
}

function peopleAfter(
  after: { name: string; id: string } | null,
  asOf: { effective: Date; known: Date },
): Promise<Person[]> {
  const from = after ? sql`AND (p."foldedName", p."id") > (${foldName(after.name)}, ${after.id})` : sql``;
  return db.$queryRaw<Person[]>(sql`
    SELECT p."id", p."name", p."timeZone" FROM "Person" p
    WHERE (p."leftAt" IS NULL OR p."leftAt" > ${asOf.effective}) AND ${employed(asOf)} ${from}
    ORDER BY p."foldedName", p."id" LIMIT ${PEOPLE + 1}`);
}

function rowOf({ id, name, timeZone }: Person, told: readonly DueReminder[], moment: Date): PreviewRow {
  return {
    personId: id,
    name,
    lines: told.map((each) => ({
      key: `${each.subjectId} ${each.certificationId} ${each.occasion}`,
      words: reminderWords(each, timeZone, moment),
      who: each.subjectName && `${each.subjectName}, ${each.teamName}`,
    })),
  };
}
