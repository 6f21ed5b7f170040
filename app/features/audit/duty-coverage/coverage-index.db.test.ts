import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { certificationStates } from "~/features/certifications/certification-states.server";
import { inForce } from "~/features/people/as-of.server";
import { at } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { countBatch, countCoverage, dropCoverage } from "./count-coverage.server";
import { coverageBehind, coverageSums } from "./coverage-totals.server";
import { countDuties, dutyStates, type PersonDuty } from "./duty-states";
import {
  changeAtRandom,
  DAY,
  givenRules,
  givenSomebody,
  hire,
  type Seeded,
  seeded,
} from "../../../../tests/setup/random-coverage";

const start = Date.parse("2026-01-01T00:00:00Z");
const day = (number: number) => new Date(start + number * DAY);
let random: Seeded;

beforeAll(async () => {
  random = seeded(20261127);
  await at(day(0), () => givenRules(random));
  for (let i = 0; i < 25; i++) await at(day(random.below(60)), () => givenSomebody(random));
});

/** What the rules say, person by person. */
async function reference(effective: Date, known: Date) {
  const asOf = { effective, known };
  const people = await db.$queryRaw<{ personId: string; regionId: string | null }[]>`
    SELECT p."id" AS "personId", team."regionId" FROM "Person" p
    LEFT JOIN "Assignment" member ON member."personId" = p."id" AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, asOf)}
    LEFT JOIN "Team" team ON team."id" = member."teamId"`;
  const states = await certificationStates([...new Set(people.map(({ personId }) => personId))], asOf);
  const duties = dutyStates(states);
  const of = new Map<string, PersonDuty[]>();
  for (const { personId, regionId } of people) {
    const own = duties.filter((duty) => duty.personId === personId);
    of.set(regionId ?? "", [...(of.get(regionId ?? "") ?? []), ...own]);
  }
  return [...of].flatMap(([regionId, all]) =>
    [...countDuties(all)].map(([accountabilityId, counts]) => ({ regionId, accountabilityId, ...counts })),
  );
}

const sorted = <T extends { regionId: string; accountabilityId: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) =>
    `${a.regionId} ${a.accountabilityId}` < `${b.regionId} ${b.accountabilityId}` ? -1 : 1,
  );

/** Now, on earlier days and on days to come. */
async function expectAgreement(moment: Date, on: readonly Date[]) {
  let compared = 0;
  const now = sorted(await coverageSums(null));
  expect(now, moment.toISOString()).toEqual(sorted(await reference(moment, moment)));
  for (const effective of on) {
    const counted = sorted(await coverageSums(effective));
    expect(counted, `${effective.toISOString()} at ${moment.toISOString()}`).toEqual(
      sorted(await reference(effective, moment)),
    );
    compared += counted.length;
  }
  return compared + now.length;
}

const lastMomentOf = (number: number) => new Date(day(number + 1).getTime() - 1);

describe("the totals of coverage", () => {
  it("agree with the rules over random histories, now, before and after", async () => {
    let compared = 0;
    for (let step = 0; step < 16; step++) {
      const moment = new Date(day(60 + step * 14).getTime() + random.below(DAY));
      await at(moment, async () => {
        for (let i = 0; i < 6; i++) await changeAtRandom(random);
        await countCoverage();
        expect(await coverageBehind(moment)).toBeNull();
        compared += await expectAgreement(
          moment,
          [0, 1, 2].map(() => lastMomentOf(random.below(500))),
        );
      });
    }
    expect(compared).toBeGreaterThan(300);
  });

  it("come out the same when they are dropped and counted anew", async () => {
    const moment = day(400);
    await at(moment, async () => {
      await countCoverage();
      const before = sorted(await coverageSums(null));
      const [lapses, timelines] = [await lapseRows(), await db.coverageTimeline.count()];
      await dropCoverage();
      expect(await coverageSums(null)).toEqual([]);
      expect(await coverageBehind(moment)).toMatchObject({
        people: await db.person.count(),
        countedAt: null,
      });
      await countCoverage();
      expect(sorted(await coverageSums(null))).toEqual(before);
      expect(before.length).toBeGreaterThan(5);
      expect(await lapseRows()).toEqual(lapses);
      expect(await db.coverageTimeline.count()).toBe(timelines);
    });
  });

  it("count every change once when several processes count and people change meanwhile", async () => {
    const moment = day(420);
    await at(moment, async () => {
      await dropCoverage();
      const changes = async () => {
        for (let i = 0; i < 15; i++) await changeAtRandom(random);
      };
      const count = async () => {
        for (let i = 0; i < 15; i++) await countBatch({ most: 7 });
      };
      await Promise.all([changes(), count(), count(), count()]);
      while (await coverageBehind(moment)) await countBatch();
      await expectAgreement(moment, [lastMomentOf(200), lastMomentOf(419)]);
    });
  });

  it("lose nothing that is recorded between reading and writing", async () => {
    const moment = day(430);
    await at(moment, async () => {
      await countCoverage();
      const personId = await hire(random, { jobRole: "role-0", since: day(300) });
      await countBatch({ most: 5, prepared: () => hireAgain(personId) });
      expect(await coverageBehind(moment)).not.toBeNull();
      await countCoverage();
      await expectAgreement(moment, [lastMomentOf(429)]);
    });
  });

  it("are counted in smaller batches where a transaction has too little time for a large one", async () => {
    const moment = day(435);
    await at(moment, async () => {
      await dropCoverage();
      const tried: number[] = [];
      const slowly = async (people: number) => {
        tried.push(people);
        await sleep(people * 50);
      };
      const people = await db.person.count();
      expect(people).toBeGreaterThan(24);
      const most = 40;
      expect(await countCoverage(60_000, { most, timeout: 1_000, written: slowly })).toBe(people);
      expect(tried[0]).toBe(Math.min(people, most));
      expect(tried.slice(1).every((size) => size <= most / 4)).toBe(true);
      expect(await coverageBehind(moment)).toBeNull();
      await expectAgreement(moment, [lastMomentOf(200), lastMomentOf(434)]);
    });
  });

  it("say who waits to be counted", async () => {
    const moment = day(440);
    await at(moment, async () => {
      await hire(random, { jobRole: "role-0", since: moment });
      await givenDeadline(moment);
      await countCoverage();
    });
    const [next] = await db.coverageTimeline.findMany({
      where: { nextChange: { not: null } },
      orderBy: { nextChange: "asc" },
      take: 1,
    });
    const later = new Date(Number(next!.nextChange));
    expect(await coverageBehind(new Date(later.getTime() - 1))).toBeNull();
    expect(await coverageBehind(later)).toMatchObject({ countedAt: expect.any(Date) as Date });
    await at(later, () => countCoverage());
    expect(await coverageBehind(later)).toBeNull();
    expect(sorted(await coverageSums(null))).toEqual(sorted(await reference(later, later)));
  });
});

async function hireAgain(personId: string) {
  await db.assignment.create({
    data: {
      id: newId(),
      personId,
      kind: "job-role",
      jobRoleId: "role-1",
      heldFrom: day(310),
      recordedAt: day(430),
      reason: "Also",
    },
  });
}

/** A duty that everybody in the role has ten days for. */
async function givenDeadline(from: Date) {
  const of = { jobRoleId: "role-0", accountabilityId: "role-0-duty-0", certificationId: "c-0", why: "Late" };
  await db.requirement.create({
    data: { id: newId(), ...of, dueDays: 10, heldFrom: from, recordedAt: from },
    select: { id: true },
  });
}

const lapseRows = () =>
  db.coverageLapse.findMany({ orderBy: [{ personId: "asc" }, { teamId: "asc" }, { lapsedFrom: "asc" }] });
