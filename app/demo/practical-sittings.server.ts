/** Who sat the order desk practical in the last weeks: its last two answers are marked by people. */
import { daysAfter, type Era } from "./era";
import type { HistoryEvent } from "./learning-history.server";
import type { DemoPerson } from "./organisation.server";
import type { Random } from "./random";
import { sitTest } from "./sit-test.server";

const SITTERS = 14;

export function planPracticals(people: readonly DemoPerson[], era: Era, random: Random): HistoryEvent[] {
  const associates = people.filter(
    ({ account, actor }) => account === null && actor.jobRoleIds.includes("customer-service-associate"),
  );
  return random
    .shuffled(associates)
    .slice(0, SITTERS)
    .map(({ actor }, index) => {
      const startedAt = daysAfter(era.today, -2 * (SITTERS - index), 9 * 60 + index * 7);
      const outcome = index % 4 === 3 ? ("failed" as const) : ("passed" as const);
      return {
        at: startedAt,
        run: () => sitTest(actor, { assessmentSlug: "order-desk-practical", startedAt, outcome }, random),
      };
    });
}
