/** Totals of regions as they were counted: their cost does not grow with the number of people. */
import { db } from "~/platform/db/client.server";
import { periodsOf } from "./coverage-deltas";
import type { DutyCounts } from "./duty-states";
import { readCounts } from "./write-coverage.server";

/** Null for this moment, otherwise the last moment of a day in UTC. */
export type CountedAt = Date | null;

export interface CoverageSum extends DutyCounts {
  readonly accountabilityId: string;
  /** Empty for people without a team. */
  readonly regionId: string;
}

/** Of one region, or of each. */
export async function coverageSums(on: CountedAt, regionId?: string): Promise<CoverageSum[]> {
  const within = regionId === undefined ? {} : { regionId };
  const sums = on ? await sumsUpTo(on, within) : await db.coverageTotal.findMany({ where: within });
  return sums.filter(({ met, due, lapsed }) => met + due + lapsed > 0);
}

/** The months before that of the day, and its days up to it. */
async function sumsUpTo(on: Date, within: { regionId?: string }): Promise<CoverageSum[]> {
  const [day, month] = periodsOf(on.getTime());
  const rows = await db.coveragePeriod.findMany({
    where: {
      ...within,
      OR: [{ period: { gte: "m", lt: month } }, { period: { gte: `d${month.slice(1)}`, lte: day } }],
    },
  });
  const sums = new Map<string, { -readonly [K in keyof CoverageSum]: CoverageSum[K] }>();
  for (const { regionId, counts } of rows)
    for (const [accountabilityId, [met, due, lapsed]] of Object.entries(readCounts(counts))) {
      const key = `${regionId} ${accountabilityId}`;
      const sum = sums.get(key);
      if (!sum) sums.set(key, { regionId, accountabilityId, met, due, lapsed });
      else {
        sum.met += met;
        sum.due += due;
        sum.lapsed += lapsed;
      }
    }
  return [...sums.values()];
}

const COUNTED_TO = 1_000;

export interface Behind {
  /** People whose coverage is still to be counted; null for more than are counted here. */
  readonly people: number | null;
  readonly countedAt: Date | null;
}

/** Null when the totals are those of this moment. */
export async function coverageBehind(moment: Date): Promise<Behind | null> {
  const [row] = await db.$queryRaw<{ waiting: number | bigint; countedAt: Date | null }[]>`
    SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM "CoverageStale" LIMIT ${COUNTED_TO + 1}) stale)
      + (SELECT COUNT(*) FROM (
          SELECT 1 FROM "CoverageTimeline" WHERE "nextChange" <= ${moment.getTime()} LIMIT ${COUNTED_TO + 1}) moved) AS "waiting",
      (SELECT i."countedAt" FROM "CoverageIndex" i WHERE i."id" = 1) AS "countedAt"`;
  const waiting = Number(row!.waiting);
  if (waiting === 0) return null;
  return { people: waiting > COUNTED_TO ? null : waiting, countedAt: row!.countedAt };
}
