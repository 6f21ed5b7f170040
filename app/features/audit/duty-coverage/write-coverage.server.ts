/** Many rows in one statement: a batch of people has tens of thousands. */
import { sql, type Tx } from "~/platform/db/client.server";
import type { CoverageDeltas, Counts } from "./coverage-deltas";
import type { Spell } from "./coverage-timeline";
import { among, elementsOf, readRows } from "./json-rows.server";

export type TimelineRow = [personId: string, spells: readonly Spell[], nextChange: number | null];
export type LapseRow = [
  personId: string,
  teamId: string,
  from: number,
  until: number | null,
  regionId: string,
  foldedName: string,
];

export async function writeTimelines(tx: Tx, rows: readonly TimelineRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "CoverageTimeline" ("personId", "spells", "nextChange")
    SELECT e.value->>0, CAST(e.value->1 AS TEXT), CAST(e.value->>2 AS BIGINT) FROM ${elementsOf(rows)} WHERE TRUE
    ON CONFLICT ("personId") DO UPDATE SET "spells" = excluded."spells", "nextChange" = excluded."nextChange"`;
}

export async function writeNextChanges(tx: Tx, rows: readonly TimelineRow[]): Promise<void> {
  const next = rows.map(([personId, , nextChange]) => [personId, nextChange]);
  await tx.$executeRaw`
    UPDATE "CoverageTimeline" SET "nextChange" = CAST(e.value->>1 AS BIGINT)
    FROM ${elementsOf(next)} WHERE "personId" = e.value->>0`;
}

export async function replaceLapses(
  tx: Tx,
  personIds: readonly string[],
  rows: readonly LapseRow[],
): Promise<void> {
  await tx.$executeRaw`DELETE FROM "CoverageLapse" WHERE "personId" ${among(personIds)}`;
  await tx.$executeRaw`
    INSERT INTO "CoverageLapse" ("personId", "teamId", "lapsedFrom", "lapsedUntil", "regionId", "foldedName")
    SELECT e.value->>0, e.value->>1, CAST(e.value->>2 AS BIGINT), CAST(e.value->>3 AS BIGINT), e.value->>4, e.value->>5
    FROM ${elementsOf(rows)} WHERE TRUE`;
}

export async function addToTotals(tx: Tx, totals: CoverageDeltas["totals"]): Promise<void> {
  const rows = [...totals].flatMap(([regionId, counts]) =>
    [...counts].map(([accountabilityId, count]) => [regionId, accountabilityId, ...count]),
  );
  await tx.$executeRaw`
    INSERT INTO "CoverageTotal" ("regionId", "accountabilityId", "met", "due", "lapsed")
    SELECT e.value->>0, e.value->>1, CAST(e.value->>2 AS INTEGER), CAST(e.value->>3 AS INTEGER), CAST(e.value->>4 AS INTEGER)
    FROM ${elementsOf(rows)} WHERE TRUE
    ON CONFLICT ("regionId", "accountabilityId") DO UPDATE SET "met" = "CoverageTotal"."met" + excluded."met",
      "due" = "CoverageTotal"."due" + excluded."due", "lapsed" = "CoverageTotal"."lapsed" + excluded."lapsed"`;
}

/** Nobody else writes meanwhile: whoever counts has claimed the version. */
export async function addToPeriods(tx: Tx, periods: CoverageDeltas["periods"]): Promise<void> {
  const keys = [...periods.keys()].map((key) => key.split(" "));
  const there = await readRows<[string, string, string]>(
    sql`c."period", c."regionId", c."counts"`,
    sql`${elementsOf(keys)} JOIN "CoveragePeriod" c ON c."period" = e.value->>0 AND c."regionId" = e.value->>1`,
    tx,
  );
  const before = new Map(there.map(([period, regionId, counts]) => [`${period} ${regionId}`, counts]));
  const rows = [...periods].map(([key, more]) => {
    const counts = readCounts(before.get(key) ?? "{}");
    for (const [id, [met, due, lapsed]] of more) {
      const [a, b, c] = counts[id] ?? [0, 0, 0];
      counts[id] = [a + met, b + due, c + lapsed];
      if (counts[id].every((count) => count === 0)) delete counts[id];
    }
    return [...key.split(" "), counts];
  });
  await tx.$executeRaw`
    INSERT INTO "CoveragePeriod" ("period", "regionId", "counts")
    SELECT e.value->>0, e.value->>1, CAST(e.value->2 AS TEXT) FROM ${elementsOf(rows)} WHERE TRUE
    ON CONFLICT ("period", "regionId") DO UPDATE SET "counts" = excluded."counts"`;
}

export function readCounts(text: string): Record<string, Counts> {
  return JSON.parse(text) as Record<string, Counts>;
}

export async function deleteStale(tx: Tx, rowIds: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "CoverageStale" WHERE "id" IN (
      SELECT CAST(e.value->>0 AS INTEGER) FROM ${elementsOf(rowIds.map((id) => [id]))})`;
}
