/** The company came to ask more of everyone some months ago. Most are done with it, some have begun, and a few are late. */
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
import { isIn, observe, observedAssociates } from "./sign-off-history.server";
import { sitTest } from "./sit-test.server";
import { markWaiting } from "./test-office-history.server";

/** Past the shorter of the times that new requirements give, and within the longer ones. */
const ASKED_DAYS_AGO = 100;
/** Whoever came later than this has only begun to look around. */
const NEW_DAYS = 40;

interface Step {
  /** Without those that everybody was asked for before. */
  readonly courses: readonly string[];
  readonly test: string;
  /** Of those who hold the job: how many have passed, and how many more have read the first course. */
  readonly done: number;
  readonly begun: number;
}

const premier: Step = {
  courses: ["premier-service", "clear-communication", "complaint-handling"],
  test: "premier-service",
  done: 0.97,
  begun: 0.03,
};
const policies: Step = {
  courses: ["information-security", "privacy-at-work", "health-and-safety", "travel-and-expenses"],
  test: "working-policies",
  done: 0.97,
  begun: 0.02,
};
const orderDesk: Step = {
  courses: ["order-management", "contract-review"],
  test: "order-desk",
  done: 0.95,
  begun: 0.03,
};
const contactCentres: Step = {
  courses: ["iso-18295-contact-centres"],
  test: "iso-18295-awareness",
  done: 0.88,
  begun: 0.08,
};
const benchAndPlans: Step = {
  courses: ["halden-bench", "service-plans"],
  test: "bench-and-plans",
  done: 0.86,
  begun: 0.08,
};
const products: Step = {
  courses: ["caldera-thermal-analysers", "tidewater-titrators"],
  test: "product-families",
  done: 0.82,
  begun: 0.1,
};
const security: Step = {
  courses: ["iso-27001-awareness"],
  test: "iso-27001-awareness",
  done: 0.78,
  begun: 0.1,
};
const complaints: Step = {
  courses: ["iso-10002-complaints"],
  test: "iso-10002-awareness",
  done: 0.8,
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
  done: 0.95,
  begun: 0.03,
};
const accounts: Step = {
  courses: ["strategic-account-planning", "territory-and-franchise", "deal-management"],
  test: "account-and-territory",
  done: 0.84,
  begun: 0.1,
};
const region: Step = {
  courses: [
    "coaching-and-leadership",
    "performance-and-fairness",
    "business-and-key-account-plans",
    "engagement-models",
  ],
  test: "leading-a-region",
  done: 0.75,
  begun: 0.25,
};
const trainer: Step = {
  courses: ["teaching-the-sales-organisation", "publishing-in-attest"],
  test: "teaching-and-publishing",
  done: 0.7,
  begun: 0.3,
};

const STEPS: Record<string, readonly Step[]> = {
  "customer-service-associate": [
    premier,
    policies,
    orderDesk,
    contactCentres,
    benchAndPlans,
    products,
    security,
    complaints,
  ],
  "account-executive": [sixProcesses, accounts, policies],
  "regional-sales-manager": [region, trainer, policies],
};

export function planWiderDuties(people: readonly DemoPerson[], era: Era, random: Random): HistoryEvent[] {
  const asked = daysAfter(era.today, -ASKED_DAYS_AGO, 6 * 60);
  const settled = daysAfter(era.today, -NEW_DAYS);
  const holders = people.filter(({ account, joined }) => account !== "associate" && joined < settled);
  const managers = new Map(people.flatMap(({ actor }) => actor.managedTeamIds.map((team) => [team, actor])));
  const observed = new Set(observedAssociates(people, era));
  return [
    { at: asked, run: () => at(asked, () => syncRequirements(path.resolve("content"))) },
    ...inPace(holders, random).flatMap(({ person, roll }) => {
      const manager = observed.has(person.actor) ? undefined : managers.get(person.actor.teamId ?? "");
      return planSteps(person, roll, manager, era, random);
    }),
    ...planMarking(people, era),
  ];
}

/** How far each is behind the others of their job role, from 0 to 1, so that shares come out as they are planned. */
function inPace(people: readonly DemoPerson[], random: Random): { person: DemoPerson; roll: number }[] {
  return Object.keys(STEPS).flatMap((jobRole) => {
    const group = random.shuffled(people.filter(({ actor }) => actor.jobRoleIds.includes(jobRole)));
    return group.map((person, index) => ({ person, roll: (index + 0.5) / group.length }));
  });
}

/** Answers that a person has to mark wait for a week at most. */
const MARKED = {
  take: 50,
  of: [accounts.test, region.test],
  advice: "Name who decides, and what they have to hear before they do.",
};

function planMarking(people: readonly DemoPerson[], era: Era): HistoryEvent[] {
  const marker = people.find(({ account, actor }) => account === null && actor.managedTeamIds.length > 0)!;
  return Array.from({ length: Math.floor(ASKED_DAYS_AGO / 7) }, (_, week) => {
    const moment = daysAfter(era.today, -7 * week - 1, 16 * 60);
    return {
      at: moment,
      run: () =>
        at(moment, async () => {
          for (const personId of await markWaiting(marker.actor, MARKED)) await awardEarned(personId);
        }),
    };
  });
}

/** Whom their manager has watched at work, on a day of the last weeks. */
const WATCHED: Record<string, { below: number; checklists: readonly string[] }> = {
  "customer-service-associate": { below: 0.92, checklists: ["premier-calls", "order-entry"] },
  "account-executive": { below: 0.78, checklists: ["account-plan-review"] },
};

/** Whoever is ahead with one is ahead with the others. */
function planSteps(
  { actor, account, joined }: DemoPerson,
  pace: number,
  manager: Actor | undefined,
  era: Era,
  random: Random,
): HistoryEvent[] {
  const [jobRole = ""] = actor.jobRoleIds;
  const roll = account ? 0 : pace;
  const here = Math.floor((era.today.getTime() - joined.getTime()) / 86_400_000);
  const days = Math.min(ASKED_DAYS_AGO, here) - 1;
  const events = (STEPS[jobRole] ?? []).flatMap((step) => planStep(actor, step, { roll, days }, era, random));
  const watched = WATCHED[jobRole];
  return manager && watched && !account && roll < watched.below
    ? [...events, planWatching(actor, manager, watched.checklists, era, random)]
    : events;
}

function planWatching(
  actor: Actor,
  manager: Actor,
  checklists: readonly string[],
  era: Era,
  random: Random,
): HistoryEvent {
  const moment = daysAfter(era.today, -random.between(2, NEW_DAYS - 5), random.between(7 * 60, 12 * 60));
  const team = actor.teamId!;
  return {
    at: moment,
    run: async () => {
      const there = [isIn(team, actor, moment), isIn(team, manager, moment, "team-manager")];
      if ((await Promise.all(there)).includes(false)) return;
      for (const [index, checklistId] of checklists.entries()) {
        const startedAt = daysAfter(moment, 0, index * 100);
        await observe(manager, actor, { checklistId, startedAt, outcome: "acknowledged" });
      }
    },
  };
}

/** @param pace `roll`: how far behind the others, from 0 to 1; `days`: in which all of it happened */
function planStep(
  actor: Actor,
  step: Step,
  { roll, days }: { roll: number; days: number },
  era: Era,
  random: Random,
): HistoryEvent[] {
  if (roll >= step.done + step.begun) return [];
  const isDone = roll < step.done;
  const event = (daysAgo: number, run: (moment: Date) => Promise<void>): HistoryEvent => {
    const moment = daysAfter(era.today, -daysAgo, random.between(7 * 60, 15 * 60));
    return { at: moment, run: () => whileEmployed(actor.personId, moment, () => run(moment)) };
  };
  const read = (courseSlug: string, daysAgo: number) =>
    event(daysAgo, (startedAt) => readCourse(actor, { courseSlug, startedAt }, random));
  if (!isDone) return [read(step.courses[0]!, random.between(4, days))];

  const testDaysAgo = random.between(3, days - 4 * step.courses.length);
  const courses = step.courses.map((slug, index) =>
    read(slug, testDaysAgo + 4 * (step.courses.length - index)),
  );
  const test = event(testDaysAgo, async (startedAt) => {
    await sitTest(actor, { assessmentSlug: step.test, startedAt, outcome: "passed" }, random);
    await at(daysAfter(startedAt, 0, 60), () => awardEarned(actor.personId));
  });
  return [...courses, test];
}
