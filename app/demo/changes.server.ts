/** What happens to people and certificates besides learning: leaving, changing teams and roles, revocations. */
import { markLeaver } from "~/features/auth/mark-leaver.server";
import { changeAward } from "~/features/certifications/change-award.server";
import { confirmRevocation, proposeRevocation } from "~/features/certifications/revoke-award.server";
import { assign } from "~/features/people/assign.server";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { daysAfter, type Era } from "./era";
import type { HistoryEvent } from "./learning-history.server";
import type { DemoPerson } from "./organisation.server";
import type { Random } from "./random";

const LEAVERS = 9;
const MOVERS = 4;
const PROMOTED = 2;

export function changesBehindTheScenes(
  people: readonly DemoPerson[],
  era: Era,
  random: Random,
): HistoryEvent[] {
  const admin = people.find(({ account }) => account === "admin")!.actor;
  const second = people.find(({ actor }) => actor.access.includes("admin") && actor !== admin)!.actor;
  const staff = random.shuffled(
    people.filter(({ actor, account, joined }) => actor.teamId && !account && joined <= era.opened),
  );
  const leavers = staff.slice(0, LEAVERS);
  const movers = staff.slice(LEAVERS, LEAVERS + MOVERS);
  const promoted = staff
    .slice(LEAVERS + MOVERS)
    .filter(({ actor }) => actor.jobRoleIds.includes("customer-service-associate"))
    .slice(0, PROMOTED);
  const suspects = staff.slice(-20);
  let wrongly: string | null = null;
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const event = (moment: Date, run: () => Promise<unknown>): HistoryEvent => ({
    at: moment,
    run: () => at(moment, run),
  });

  return [
    ...leavers.map(({ actor: { personId } }) => {
      const moment = daysAfter(era.today, -random.between(20, 500), 10 * 60);
      const reason = random.pick(["Took a post elsewhere", "Retired", "End of contract"]);
      return event(moment, () =>
        markLeaver(admin, { personId, lastDay: day(daysAfter(moment, -1)), reason }),
      );
    }),
    ...movers.map(({ actor: { personId, teamId } }) => {
      const moment = daysAfter(era.today, -random.between(60, 400), 11 * 60);
      const value = teamId!.startsWith("emea")
        ? teamId!.replace("emea", "north-america")
        : teamId!.replace(/^.*-(?=\w+$)/, "emea-");
      return event(moment, () =>
        assign(admin, {
          personId,
          kind: "team-member",
          value,
          from: day(moment),
          reason: "Moved to another region",
        }),
      );
    }),
    ...promoted.map(({ actor: { personId } }) => {
      const moment = daysAfter(era.today, -random.between(30, 45), 9 * 60);
      return event(moment, () =>
        assign(admin, {
          personId,
          kind: "job-role",
          value: "account-executive",
          from: day(moment),
          reason: "Takes on accounts beside the service desk",
        }),
      );
    }),
    event(daysAfter(era.today, -140, 12 * 60), async () => {
      wrongly = await newestAward(suspects);
      if (wrongly)
        await changeAward(admin, "suspended", {
          awardId: wrongly,
          reason: "Reported as taken by somebody else, to be looked into",
        });
    }),
    event(daysAfter(era.today, -131, 12 * 60), async () => {
      if (wrongly)
        await changeAward(admin, "reinstated", {
          awardId: wrongly,
          reason: "The report was a mix-up of two people of the same name",
        });
    }),
    event(daysAfter(era.today, -80, 12 * 60), async () => {
      const awardId = await newestAward(suspects, wrongly);
      if (!awardId) return;
      const reason = "Answers were shared with a colleague during the test";
      await confirmRevocation(second, await proposeRevocation(admin, { awardId, reason }));
    }),
  ];
}

/** Only what still counts can be taken back. */
async function newestAward(
  holders: readonly DemoPerson[],
  except: string | null = null,
): Promise<string | null> {
  const award = await db.award.findFirst({
    where: {
      ...(except ? { id: { not: except } } : {}),
      personId: { in: holders.map(({ actor }) => actor.personId) },
      OR: [{ validUntil: null }, { validUntil: { gt: now() } }],
    },
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return award?.id ?? null;
}
