/** What each person of the demo company did in two years: planned first, then lived through in order of time. */
import type { Actor } from "~/features/people/actor";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { daysAfter, type Era } from "./era";
import type { DemoPerson } from "./organisation.server";
import type { Random } from "./random";
import { readCourse } from "./read-course.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { sitTest } from "./sit-test.server";

export interface HistoryEvent {
  at: Date;
  run: () => Promise<unknown>;
}

interface Programme {
  courses: readonly string[];
  assessment: string;
  /** Validity in days, and how long before its end it can be renewed. */
  lasts: number;
  window: number;
}

const service: Programme = {
  courses: ["code-of-conduct", "meridian-spectrophotometers"],
  assessment: "service-essentials",
  lasts: 365,
  window: 60,
};
const sales: Programme = {
  courses: ["code-of-conduct", "sales-cycle"],
  assessment: "sales-essentials",
  lasts: 730,
  window: 60,
};
const iso: Programme = {
  courses: ["iso-9001-in-practice"],
  assessment: "iso-9001-awareness",
  lasts: 730,
  window: 60,
};

const PROGRAMMES: Record<string, readonly Programme[]> = {
  "customer-service-associate": [service, iso],
  "account-executive": [sales, iso],
  "regional-sales-manager": [sales, iso],
};

/** How somebody goes about what they owe. */
type Habit = "on time" | "late" | "never begins" | "stops half-way" | "lets it lapse";

function habitOf(random: Random): Habit {
  const roll = random.next();
  if (roll < 0.74) return "on time";
  if (roll < 0.86) return "late";
  if (roll < 0.91) return "lets it lapse";
  return roll < 0.96 ? "stops half-way" : "never begins";
}

export function planHistory(people: readonly DemoPerson[], era: Era, random: Random): HistoryEvent[] {
  return people.flatMap((person) => {
    const [jobRole] = person.actor.jobRoleIds;
    if (!jobRole || person.account === "associate") return [];
    const owed = PROGRAMMES[jobRole]!.flatMap((programme, index) => {
      const habit = person.account ? "on time" : habitOf(random);
      return planProgramme(person, { programme, habit, index }, era, random);
    });
    const curious = jobRole === "account-executive" && random.chance(0.5);
    const planned = curious ? [...owed, ...planReading(person, era, random)] : owed;
    return planned.map(({ at: moment, run }) => ({
      at: moment,
      run: () => whileEmployed(person.actor.personId, moment, run),
    }));
  });
}

/** What was planned for later, a leaver no longer does. */
export async function whileEmployed(
  personId: string,
  moment: Date,
  run: () => Promise<unknown>,
): Promise<void> {
  const { leftAt } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { leftAt: true } });
  if (!leftAt || leftAt > moment) await run();
}

/** Nobody asks it of them, but many who sell Meridian read about it in their first months. */
function planReading({ actor, joined }: DemoPerson, era: Era, random: Random): HistoryEvent[] {
  const startedAt = officeHour(workday(daysAfter(joined, random.between(45, 240))), random);
  if (!isPast(startedAt, era)) return [];
  const courseSlug = "meridian-spectrophotometers";
  return [{ at: startedAt, run: () => readCourse(actor, { courseSlug, startedAt }, random) }];
}

interface Undertaking {
  programme: Programme;
  habit: Habit;
  index: number;
}

function planProgramme(
  { actor, joined }: DemoPerson,
  { programme, habit, index }: Undertaking,
  era: Era,
  random: Random,
): HistoryEvent[] {
  if (habit === "never begins") return [];
  const events: HistoryEvent[] = [];
  const add = (moment: Date, run: () => Promise<unknown>) => {
    if (isPast(moment, era)) events.push({ at: moment, run });
  };
  const firstDay = (habit === "late" ? random.between(70, 130) : random.between(2, 12)) + index * 8;
  let day = workday(daysAfter(joined, firstDay));
  for (const [position, courseSlug] of programme.courses.entries()) {
    const startedAt = officeHour(day, random);
    const half = habit === "stops half-way" && position === programme.courses.length - 1;
    add(startedAt, () =>
      readCourse(actor, { courseSlug, startedAt, ...(half ? { lessons: 2 } : {}) }, random),
    );
    if (half) return events;
    day = workday(daysAfter(day, random.between(4, 8)));
  }

  for (let cycle = 1; ; cycle++) {
    if (random.chance(cycle === 1 ? 0.22 : 0.1)) {
      addTest(add, actor, { slug: programme.assessment, day, outcome: "failed" }, random);
      day = workday(daysAfter(day, random.between(2, 5)));
    }
    addTest(add, actor, { slug: programme.assessment, day, outcome: "passed" }, random);
    if (habit === "lets it lapse") return events;
    day = workday(daysAfter(day, programme.lasts - random.between(6, programme.window - 6)));
    if (day >= era.today) return events;
  }
}

function addTest(
  add: (moment: Date, run: () => Promise<unknown>) => void,
  actor: Actor,
  { slug, day, outcome }: { slug: string; day: Date; outcome: "passed" | "failed" },
  random: Random,
): void {
  const startedAt = officeHour(day, random);
  add(startedAt, async () => {
    await sitTest(actor, { assessmentSlug: slug, startedAt, outcome }, random);
    await at(daysAfter(startedAt, 0, 40), () => awardEarned(actor.personId));
  });
}

/** Long enough ago to be over by now. */
function isPast(moment: Date, era: Era): boolean {
  return moment < daysAfter(era.today, 0, -90);
}

/** Monday to Friday, UTC: what falls on a weekend is done on the Monday. */
function workday(date: Date): Date {
  const skip = { 6: 2, 0: 1 }[date.getUTCDay()] ?? 0;
  return daysAfter(date, skip);
}

function officeHour(day: Date, random: Random): Date {
  return daysAfter(day, 0, random.between(7 * 60, 15 * 60));
}
