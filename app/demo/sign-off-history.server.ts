/** What the manager of the demo accounts has signed off at work: kept, not met, not agreed to, waiting and under way. */
import { answerSignOff } from "~/features/certifications/sign-offs/answer-sign-off.server";
import { beginSignOff } from "~/features/certifications/sign-offs/begin-sign-off.server";
import type { Criterion } from "~/features/certifications/sign-offs/checklist-definition";
import { completeSignOff } from "~/features/certifications/sign-offs/complete-sign-off.server";
import { findSignOff } from "~/features/certifications/sign-offs/find-sign-off.server";
import { partName } from "~/features/certifications/sign-offs/mark-form";
import { saveMarks } from "~/features/certifications/sign-offs/save-marks.server";
import { awardEarned } from "~/features/certifications/award-earned.server";
import type { Actor } from "~/features/people/actor";
import { heldAsOf } from "~/features/people/as-of.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { daysAfter, type Era } from "./era";
import type { HistoryEvent } from "./learning-history.server";
import type { DemoPerson } from "./organisation.server";
import type { Random } from "./random";
import { readCourse } from "./read-course.server";

const TEAM = "emea-service";

type Outcome = "acknowledged" | "not met" | "disputed" | "waiting" | "under way";

const PLANNED: readonly [daysAgo: number, outcome: Outcome][] = [
  [75, "acknowledged"],
  [62, "acknowledged"],
  [48, "not met"],
  [34, "acknowledged"],
  [20, "disputed"],
  [2, "under way"],
];

export function planSignOffs(people: readonly DemoPerson[], era: Era, random: Random): HistoryEvent[] {
  const account = (name: string) => people.find((person) => person.account === name)!.actor;
  const manager = account("rsm");
  const associates = observedAssociates(people, era);
  const events = PLANNED.flatMap(([daysAgo, outcome], index) => {
    const actor = associates[index];
    if (!actor) return [];
    const startedAt = daysAfter(era.today, -daysAgo, 9 * 60 + 20);
    return {
      at: startedAt,
      run: async () => {
        if (!(await isIn(TEAM, actor, startedAt))) return;
        const read = daysAfter(startedAt, -3);
        await readCourse(actor, { courseSlug: "premier-service", startedAt: read }, random);
        await observe(manager, actor, { checklistId: "premier-calls", startedAt, outcome });
      },
    };
  });
  const startedAt = daysAfter(era.today, -1, 13 * 60);
  const plan = { checklistId: "account-plan-review", startedAt, outcome: "waiting" } as const;
  return [...events, { at: startedAt, run: () => observe(manager, account("executive"), plan) }];
}

/** Those of the demo account's team with whom each outcome is shown. */
export function observedAssociates(people: readonly DemoPerson[], era: Era): Actor[] {
  return people
    .filter((each) => each.account === null && each.actor.teamId === TEAM && each.joined <= era.opened)
    .slice(0, PLANNED.length)
    .map(({ actor }) => actor);
}

/** Some have moved to another region by then, or left. */
export async function isIn(
  teamId: string,
  { personId }: Actor,
  moment: Date,
  kind: "team-member" | "team-manager" = "team-member",
): Promise<boolean> {
  const where = { personId, kind, teamId, ...heldAsOf({ effective: moment, known: moment }) };
  return (await db.assignment.count({ where })) > 0;
}

interface Observation {
  readonly checklistId: string;
  readonly startedAt: Date;
  readonly outcome: Outcome;
}

export async function observe(
  manager: Actor,
  person: Actor,
  { checklistId, startedAt, outcome }: Observation,
): Promise<void> {
  const later = <T>(minutes: number, work: () => Promise<T>) => at(daysAfter(startedAt, 0, minutes), work);
  const signOffId = await later(0, () => beginSignOff(manager, { personId: person.personId, checklistId }));
  const { definition } = await findSignOff(manager, signOffId);
  const form = new FormData();
  const seen = outcome === "under way" ? definition.criteria.slice(0, 2) : definition.criteria;
  seen.forEach((criterion, index) => enter(form, criterion, outcome === "not met" && index === 0));
  await later(25, () => saveMarks(manager, { signOffId, form }));
  if (outcome === "under way") return;
  const { edits } = await findSignOff(manager, signOffId);
  const comment =
    outcome === "not met" ? "Two callers waited while both lines were busy. We look again." : "";
  await later(40, () => completeSignOff(manager, { signOffId, edits, declared: true, comment }));
  if (outcome === "waiting") return;
  await later(90, () =>
    answerSignOff(
      person,
      outcome === "disputed"
        ? {
            signOffId,
            answer: "disputed",
            reason: "Three of the calls in the sample were taken by a colleague.",
          }
        : { signOffId, answer: "acknowledged", declared: true },
    ),
  );
  await later(91, () => awardEarned(person.personId));
}

function enter(form: FormData, { id, measured }: Criterion, missed: boolean): void {
  const set = (part: Parameters<typeof partName>[0], value: string) => form.set(partName(part, id), value);
  set("version", "0");
  if (!measured) return set("outcome", "met");
  const { target, unit, sample } = measured;
  const bound = "atMost" in target ? target.atMost : target.atLeast;
  set("measured", missed ? "90" : String(unit === "%" ? 100 : bound));
  if (sample) set("sample", String(sample.size));
}
