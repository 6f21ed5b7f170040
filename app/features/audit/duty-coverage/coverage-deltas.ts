/** What timelines add to the totals: now, and over the days and months. Pure. */
import { atInstant, LAPSED, NONE, type Steps } from "./coverage-steps";
import type { Spell } from "./coverage-timeline";

/** How many more meet, owe and have let lapse an accountability. */
export type Counts = [met: number, due: number, lapsed: number];

export interface Lapse {
  readonly regionId: string;
  readonly teamId: string;
  readonly from: number;
  readonly until: number;
}

const DAY = 86_400_000;

export class CoverageDeltas {
  /** By region and accountability. */
  readonly totals = new Map<string, Map<string, Counts>>();
  /** By period and region, and then by accountability. */
  readonly periods = new Map<string, Map<string, Counts>>();

  /** @param sign -1 takes away what was added before */
  standsAt(spells: readonly Spell[], moment: number, sign: 1 | -1): void {
    for (const [regionId, , accountabilityIds, steps] of spells) {
      const state = atInstant(steps, moment);
      if (state !== NONE) add(mapIn(this.totals, regionId), accountabilityIds, NONE, state, sign);
    }
  }

  changes(spells: readonly Spell[], sign: 1 | -1): void {
    for (const [regionId, , accountabilityIds, steps] of spells)
      for (let i = 0, before = NONE; i < steps.length; i += 2) {
        const after = steps[i + 1]!;
        for (const period of periodsOf(steps[i]!)) {
          add(mapIn(this.periods, `${period} ${regionId}`), accountabilityIds, before, after, sign);
        }
        before = after;
      }
  }
}

function add(
  counts: Map<string, Counts>,
  ids: readonly string[],
  before: number,
  after: number,
  sign: 1 | -1,
): void {
  for (const id of ids) {
    let count = counts.get(id);
    if (!count) counts.set(id, (count = [0, 0, 0]));
    if (before !== NONE) count[before - 1]! -= sign;
    if (after !== NONE) count[after - 1]! += sign;
  }
}

function mapIn(maps: Map<string, Map<string, Counts>>, key: string): Map<string, Counts> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map<string, Counts>()));
  return map;
}

const named = new Map<number, readonly [day: string, month: string]>();

/** The day and the month of an instant, in UTC. */
export function periodsOf(moment: number): readonly [day: string, month: string] {
  const number = Math.floor(moment / DAY);
  let periods = named.get(number);
  if (!periods) {
    const day = new Date(number * DAY).toISOString().slice(0, 10);
    named.set(number, (periods = [`d${day}`, `m${day.slice(0, 7)}`]));
  }
  return periods;
}

/** The first change after a moment; null when there is none. */
export function nextChange(spells: readonly Spell[], after: number): number | null {
  let next = Infinity;
  for (const [, , , steps] of spells)
    for (let i = 0; i < steps.length; i += 2)
      if (steps[i]! > after) {
        next = Math.min(next, steps[i]!);
        break;
      }
  return next === Infinity ? null : next;
}

/** When the person had to stop anything, one after the other in each team. */
export function lapsesOf(spells: readonly Spell[]): Lapse[] {
  const teams = new Map<string, { regionId: string; teamId: string; steps: Steps[] }>();
  for (const [regionId, teamId, , steps] of spells) {
    const team = teams.get(teamId);
    if (team) team.steps.push(steps);
    else teams.set(teamId, { regionId, teamId, steps: [steps] });
  }
  return [...teams.values()].flatMap(({ regionId, teamId, steps }) =>
    joined(steps.flatMap(lapsedIntervals)).map(([from, until]) => ({ regionId, teamId, from, until })),
  );
}

function lapsedIntervals(steps: Steps): [number, number][] {
  const intervals: [number, number][] = [];
  for (let i = 0; i < steps.length; i += 2)
    if (steps[i + 1] === LAPSED) intervals.push([steps[i]!, steps[i + 2] ?? Infinity]);
  return intervals;
}

function joined(intervals: [number, number][]): [number, number][] {
  const all: [number, number][] = [];
  for (const [from, until] of intervals.sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else all.push([from, until]);
  }
  return all;
}
