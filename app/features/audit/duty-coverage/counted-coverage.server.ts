/** Coverage of a region or the company, from what has been counted: as many rows for any number of people. */
import { heldAsOf } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import type { CoverageAnswer, DutySum, HeatRow } from "./coverage-answer";
import type { CoverageQuestion, RowCursor } from "./coverage-question";
import { NO_TEAM } from "./no-team";
import { atInstant, DUE, LAPSED, MET, NONE } from "./coverage-steps";
import type { Spell } from "./coverage-timeline";
import { coverageBehind, type CoverageSum, coverageSums } from "./coverage-totals.server";
import type { DutyCounts, DutyState } from "./duty-states";
import { ROWS } from "./people-coverage.server";
import { stoppedPeople } from "./work-to-stop.server";

/** @param regionId null for the company; empty for people without a team */
export async function countedCoverage(
  regionId: string | null,
  { countedAt, asOf, rowsAfter, cursor }: CoverageQuestion,
): Promise<CoverageAnswer> {
  const [behind, sums, told, units, { stopped, next }] = await Promise.all([
    coverageBehind(now()),
    coverageSums(countedAt, regionId ?? undefined),
    tellDuties(),
    regionId === null ? regionsAfter(rowsAfter) : teamRows(regionId, asOf.effective, rowsAfter),
    stoppedPeople(regionId, asOf, cursor),
  ]);
  const rows = regionId === null ? regionRows(units as Unit[], sums) : (units as HeatRow[]);
  const shown = rows.slice(0, ROWS);
  const last = shown.at(-1);
  return {
    duties: [...added(sums)].flatMap(([id, counts]): DutySum[] => {
      const duty = told.get(id);
      return duty ? [{ ...duty, ...counts }] : [];
    }),
    rows: shown,
    nextRow: last && rows.length > ROWS ? { id: last.place.id, name: last.name } : null,
    stopped,
    nextStopped: next,
    behind,
  };
}

async function tellDuties() {
  const rows = await db.$queryRaw<Omit<DutySum, keyof DutyCounts>[]>`
    SELECT duty."id" AS "accountabilityId", duty."title", role."id" AS "jobRoleId", role."name" AS "jobRole"
    FROM "Accountability" duty JOIN "JobRole" role ON role."id" = duty."jobRoleId"`;
  return new Map(rows.map((row) => [row.accountabilityId, row]));
}

/** Over all regions. */
function added(sums: readonly CoverageSum[]): Map<string, DutyCounts> {
  const all = new Map<string, DutyCounts>();
  for (const { accountabilityId: id, met, due, lapsed } of sums) {
    const sum = all.get(id) ?? { met: 0, due: 0, lapsed: 0 };
    all.set(id, { met: sum.met + met, due: sum.due + due, lapsed: sum.lapsed + lapsed });
  }
  return all;
}

interface Unit {
  readonly id: string;
  readonly name: string;
}

/** One more than a page has. People without a team come last. */
async function regionsAfter(after: RowCursor | null): Promise<Unit[]> {
  if (after?.id === NO_TEAM.id) return [];
  const regions = await unitsAfter("Region", after, null);
  return regions.length > ROWS ? regions : [...regions, NO_TEAM];
}

function regionRows(regions: readonly Unit[], sums: readonly CoverageSum[]): HeatRow[] {
  const cells = new Map<string, Record<string, DutyCounts>>();
  for (const { regionId, accountabilityId, met, due, lapsed } of sums) {
    const id = regionId || NO_TEAM.id;
    const row = cells.get(id) ?? {};
    row[accountabilityId] = { met, due, lapsed };
    cells.set(id, row);
  }
  return regions
    .map(({ id, name }): HeatRow => ({ place: { kind: "region", id }, name, cells: cells.get(id) ?? {} }))
    .filter(({ place, cells: own }) => place.id !== NO_TEAM.id || Object.keys(own).length > 0);
}

/** What people stand at in a page of teams, from their timelines: a region may have thousands of teams. */
async function teamRows(regionId: string, moment: Date, after: RowCursor | null): Promise<HeatRow[]> {
  if (regionId === "") return [];
  const teams = await unitsAfter("Team", after, regionId);
  const members = await db.assignment.findMany({
    where: {
      kind: "team-member",
      teamId: { in: teams.slice(0, ROWS).map(({ id }) => id) },
      ...heldAsOf({ effective: moment, known: now() }),
    },
    select: { personId: true },
  });
  const timelines = await db.coverageTimeline.findMany({
    where: { personId: { in: [...new Set(members.map(({ personId }) => personId))] } },
    select: { spells: true },
  });
  const cells = new Map<string, Record<string, Record<DutyState, number>>>();
  for (const { spells } of timelines)
    for (const [, teamId, accountabilityIds, steps] of JSON.parse(spells) as Spell[]) {
      const state = atInstant(steps, moment.getTime());
      if (state === NONE) continue;
      const row = cells.get(teamId) ?? {};
      cells.set(teamId, row);
      for (const id of accountabilityIds) (row[id] ??= { met: 0, due: 0, lapsed: 0 })[WORDS[state]!]++;
    }
  return teams.map(({ id, name }) => ({ place: { kind: "team", id }, name, cells: cells.get(id) ?? {} }));
}

const WORDS: Readonly<Record<number, DutyState>> = { [MET]: "met", [DUE]: "due", [LAPSED]: "lapsed" };

function unitsAfter(of: "Region" | "Team", after: RowCursor | null, regionId: string | null) {
  const table = of === "Region" ? sql`"Region"` : sql`"Team"`;
  const within = regionId === null ? sql`1 = 1` : sql`unit."regionId" = ${regionId}`;
  const later = after ? sql`AND (unit."name", unit."id") > (${after.name}, ${after.id})` : sql``;
  return db.$queryRaw<Unit[]>`
    SELECT unit."id", unit."name" FROM ${table} unit
    WHERE ${within} ${later} ORDER BY unit."name", unit."id" LIMIT ${ROWS + 1}`;
}
