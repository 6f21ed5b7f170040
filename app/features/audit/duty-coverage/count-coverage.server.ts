/**
 * Keeps the totals of coverage: what a person adds is taken away as it was counted, and added as it is now. Several
 * processes may count at once; who counted on top of an older version begins again.
 */
import { setImmediate as othersTurn } from "node:timers/promises";
import { now } from "~/platform/clock.server";
import { db, sql, transaction, type Prisma, type Tx } from "~/platform/db/client.server";
import { CoverageDeltas, lapsesOf, nextChange } from "./coverage-deltas";
import { coverageFacts, coverageRules } from "./coverage-facts.server";
import { type Spell, timelineOf } from "./coverage-timeline";
import { among, readRows } from "./json-rows.server";
import { stalePeople } from "./stale-people.server";
import {
  addToPeriods,
  addToTotals,
  deleteStale,
  type LapseRow,
  replaceLapses,
  type TimelineRow,
  writeNextChanges,
  writeTimelines,
} from "./write-coverage.server";

/** Each batch rewrites most days and months, so few large ones cost less; but a portal must not wait for one for long. */
const BATCH = 2_000;
const SMALLEST_BATCH = 8;
/** How many people are worked out before others get their turn. */
const AT_ONCE = 25;
const ONLY = 1;

/** What a test can do to a batch. */
interface Batch {
  readonly most?: number;
  /** How many milliseconds its transaction may last. */
  readonly timeout?: number;
  /** When all is read and nothing is written. */
  readonly prepared?: () => Promise<unknown>;
  /** When all is written and nothing is committed. */
  readonly written?: (people: number) => Promise<unknown>;
}

/** @returns how many people were counted anew in at most so many milliseconds, or in one batch */
export async function countCoverage(
  milliseconds = 8_000,
  { most: first = BATCH, ...batch }: Batch = {},
): Promise<number> {
  const until = performance.now() + milliseconds;
  let counted = 0;
  for (let most = first; ;) {
    try {
      const people = await countBatch({ ...batch, most });
      counted += people ?? 0;
      if (!people || performance.now() > until) return counted;
    } catch (error) {
      /* A busy database may not write so many within a transaction's time: less is tried before giving up. */
      if (most <= SMALLEST_BATCH) throw error;
      most = Math.ceil(most / 4);
    }
  }
}

/** @returns how many people, or null when another process has counted meanwhile */
export async function countBatch({
  most = BATCH,
  timeout,
  prepared,
  written: beforeCommit,
}: Batch = {}): Promise<number | null> {
  const moment = now();
  const version = await currentVersion();
  const stale = await stalePeople(most);
  const moved = await peopleWithChange(moment, most, stale.personIds);
  if (stale.rowIds.length + moved.length === 0) return 0;

  const facts = stale.personIds.length > 0 ? await coverageFacts(stale.personIds, moment) : [];
  const rules = facts.length > 0 ? await coverageRules(moment) : null;
  const before = await timelinesOf(stale.personIds);
  const deltas = new CoverageDeltas();
  const rows: TimelineRow[] = [];
  const lapses: LapseRow[] = [];
  for (const [index, person] of facts.entries()) {
    if (index % AT_ONCE === 0) await othersTurn();
    const old = before.get(person.personId);
    if (old) {
      deltas.standsAt(old.spells, countedTo(old), -1);
      deltas.changes(old.spells, -1);
    }
    const spells = timelineOf(person, rules!, moment);
    deltas.standsAt(spells, moment.getTime(), 1);
    deltas.changes(spells, 1);
    rows.push([person.personId, spells, nextChange(spells, moment.getTime())]);
    for (const { teamId, regionId, from, until } of lapsesOf(spells))
      lapses.push([
        person.personId,
        teamId,
        from,
        until === Infinity ? null : until,
        regionId,
        person.foldedName,
      ]);
  }
  const next = moved.map((person): TimelineRow => {
    deltas.standsAt(person.spells, countedTo(person), -1);
    deltas.standsAt(person.spells, moment.getTime(), 1);
    return [person.personId, person.spells, nextChange(person.spells, moment.getTime())];
  });
  await prepared?.();
  const written = await transaction(async (tx) => {
    if (!(await claim(tx, version, moment))) return false;
    await deleteStale(tx, stale.rowIds);
    if (rows.length > 0) {
      await writeTimelines(tx, rows);
      await replaceLapses(
        tx,
        rows.map(([personId]) => personId),
        lapses,
      );
      await addToPeriods(tx, deltas.periods);
    }
    if (next.length > 0) await writeNextChanges(tx, next);
    await addToTotals(tx, deltas.totals);
    await beforeCommit?.(rows.length + next.length);
    return true;
  }, timeout);
  return written ? Math.max(1, rows.length + next.length) : null;
}

/** Drops what was counted; everybody is counted anew in the background. */
export async function dropCoverage(): Promise<void> {
  const version = await currentVersion();
  await transaction(async (tx) => {
    await tx.coverageIndex.update({
      where: { id: ONLY },
      data: { version: version + 1, countedAt: null },
      select: { id: true },
    });
    for (const table of [tx.coverageTimeline, tx.coverageTotal, tx.coveragePeriod, tx.coverageLapse])
      await (table as typeof tx.coverageTimeline).deleteMany();
    await tx.coverageStale.deleteMany();
    await tx.$executeRaw`
      INSERT INTO "CoverageStale" ("kind", "subjectId") SELECT 'person', p."id" FROM "Person" p`;
  });
}

async function currentVersion(): Promise<number> {
  const found = await db.coverageIndex.findUnique({ where: { id: ONLY }, select: { version: true } });
  if (found) return found.version;
  const made = { id: ONLY, version: 0 };
  return (await db.coverageIndex.upsert({ where: { id: ONLY }, update: {}, create: made })).version;
}

async function claim(tx: Tx, version: number, countedAt: Date): Promise<boolean> {
  const { count } = await tx.coverageIndex.updateMany({
    where: { id: ONLY, version },
    data: { version: version + 1, countedAt },
  });
  return count === 1;
}

interface Timeline {
  readonly personId: string;
  readonly spells: Spell[];
  readonly nextChange: number | null;
}

/** In the totals is what holds until just before the next change. */
function countedTo({ nextChange: next }: Timeline): number {
  return next === null ? Infinity : next - 1;
}

async function timelines(where: Prisma.Sql): Promise<Timeline[]> {
  const rows = await readRows<[string, string, number | null]>(
    sql`t."personId", t."spells", t."nextChange"`,
    sql`(SELECT * FROM "CoverageTimeline" ${where}) t`,
  );
  return rows.map(([personId, spells, next]) => ({
    personId,
    spells: JSON.parse(spells) as Spell[],
    nextChange: next,
  }));
}

async function timelinesOf(personIds: readonly string[]): Promise<Map<string, Timeline>> {
  const found = await timelines(sql`WHERE "personId" ${among(personIds)}`);
  return new Map(found.map((timeline) => [timeline.personId, timeline]));
}

/** Whose state has changed by the clock alone. */
async function peopleWithChange(moment: Date, most: number, except: readonly string[]): Promise<Timeline[]> {
  const found = await timelines(
    sql`WHERE "nextChange" <= ${moment.getTime()} ORDER BY "nextChange" LIMIT ${most}`,
  );
  const counted = new Set(except);
  return found.filter(({ personId }) => !counted.has(personId));
}
