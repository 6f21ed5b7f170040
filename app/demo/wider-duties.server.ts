/** The company came to ask more of everyone a few weeks ago. Most have time left; some have begun, and some are done. */
import path from "node:path";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { syncRequirements } from "~/features/certifications/sync-requirements.server";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { daysAfter, type Era } from "./era";
import { whileEmployed, type HistoryEvent } from "./learning-history.server";
import type { DemoPerson } from "./organisation.server";
import type { Random } from "./random";
import { readCourse } from "./read-course.server";
import { isIn, observe } from "./sign-off-history.server";
import { sitTest } from "./sit-test.server";

/** Fewer days than the shortest time that a new requirement gives, so that nobody is late overnight. */
const ASKED_DAYS_AGO = 50;

interface Step {
  readonly courses: readonly string[];
  readonly test: string;
  /** Of those who hold the job: how many have passed, and how many have read the first course. */
  readonly done: number;
  readonly begun: number;
}

const premier: Step = {
  courses: ["premier-service", "clear-communication", "complaint-handling"],
  test: "premier-service",
  done: 0.62,
  begun: 0.2,
};
const contactCentres: Step = {
  courses: ["iso-18295-contact-centres"],
  test: "iso-18295-awareness",
  done: 0.4,
  begun: 0.25,
};
const orderDesk: Step = {
  courses: ["order-management", "contract-review"],
  test: "order-desk",
  done: 0.3,
  begun: 0.25,
};
const complaints: Step = {
  courses: ["iso-10002-complaints"],
  test: "iso-10002-awareness",
  done: 0.3,
  begun: 0.1,
};
const sixProcesses: Step = {
  courses: [
    "roi-for-customers",
    "pricing-and-discounts",
    "account-planning",
    "meeting-preparation",
    "project-planning",
  ],
  test: "six-processes",
  done: 0.3,
  begun: 0.3,
};
/** Its test has an answer that a person marks, and nobody has come that far. */
const region: Step = { courses: ["coaching-and-leadership"], test: "leading-a-region", done: 0, begun: 1 };
const trainer: Step = {
  courses: ["teaching-the-sales-organisation", "publishing-in-attest"],
  test: "teaching-and-publishing",
  done: 0.7,
  begun: 0.3,
};

const STEPS: Record<string, readonly Step[]> = {
  "customer-service-associate": [premier, contactCentres, orderDesk, complaints],
  "account-executive": [sixProcesses],
  "regional-sales-manager": [region, trainer],
};

export function planWiderDuties(people: readonly DemoPerson[], era: Era, random: Random): HistoryEvent[] {
  const asked = daysAfter(era.today, -ASKED_DAYS_AGO, 6 * 60);
  const holders = people.filter(({ account, joined }) => account !== "associate" && joined < asked);
  const managers = new Map(
    people
      .filter(({ account }) => account === null)
      .flatMap(({ actor }) => actor.managedTeamIds.map((team) => [team, actor])),
  );
  return [
    { at: asked, run: () => at(asked, () => syncRequirements(path.resolve("content"))) },
    ...holders.flatMap((person) => planSteps(person, managers.get(person.actor.teamId ?? ""), era, random)),
  ];
}

/** In the other regions managers have watched at work who is that far. */
const WATCHED = { below: 0.3, checklists: ["premier-calls", "order-entry"], daysAgo: 2 };

/** Whoever is ahead with one is ahead with the others. */
function planSteps(
  { actor, account }: DemoPerson,
  manager: Actor | undefined,
  era: Era,
  random: Random,
): HistoryEvent[] {
  const steps = STEPS[actor.jobRoleIds[0] ?? ""] ?? [];
  const roll = account ? 0 : random.next();
  const events = steps.flatMap((step) => planStep(actor, step, roll, era, random));
  const watched = manager && steps.includes(premier) && roll < WATCHED.below;
  return watched ? [...events, planWatching(actor, manager, era, random)] : events;
}

function planWatching(actor: Actor, manager: Actor, era: Era, random: Random): HistoryEvent {
  const moment = daysAfter(era.today, -WATCHED.daysAgo, random.between(7 * 60, 12 * 60));
  const team = actor.teamId!;
  return {
    at: moment,
    run: async () => {
      const there = [isIn(team, actor, moment), isIn(team, manager, moment, "team-manager")];
      if ((await Promise.all(there)).includes(false)) return;
      for (const [index, checklistId] of WATCHED.checklists.entries()) {
        const startedAt = daysAfter(moment, 0, index * 100);
        await observe(manager, actor, { checklistId, startedAt, outcome: "acknowledged" });
      }
    },
  };
}

function planStep(actor: Actor, step: Step, roll: number, era: Era, random: Random): HistoryEvent[] {
  if (roll >= step.done + step.begun) return [];
  const isDone = roll < step.done;
  const event = (daysAgo: number, run: (moment: Date) => Promise<void>): HistoryEvent => {
    const moment = daysAfter(era.today, -daysAgo, random.between(7 * 60, 15 * 60));
    return { at: moment, run: () => whileEmployed(actor.personId, moment, () => run(moment)) };
  };
  const read = (courseSlug: string, daysAgo: number) =>
    event(daysAgo, (startedAt) => readCourse(actor, { courseSlug, startedAt }, random));
  if (!isDone) return [read(step.courses[0]!, random.between(4, 40))];

  const testDaysAgo = random.between(3, 20);
  const courses = step.courses.map((slug, index) =>
    read(slug, testDaysAgo + 4 * (step.courses.length - index)),
  );
  const test = event(testDaysAgo, async (startedAt) => {
    await sitTest(actor, { assessmentSlug: step.test, startedAt, outcome: "passed" }, random);
    await at(daysAfter(startedAt, 0, 60), () => awardEarned(actor.personId));
  });
  return [...courses, test];
}
