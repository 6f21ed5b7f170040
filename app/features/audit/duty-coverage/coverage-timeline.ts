/**
 * What a person's duties stand at from the first day on: the standings of certification-rules.ts at every moment at which
 * one may change. Pure. All instants are milliseconds, and an interval that has no end ends at infinity.
 */
import {
  type AwardFact,
  dueBy,
  type ObligationFact,
  standing,
} from "~/features/certifications/certification-rules";
import { atInstant, clipped, MET, DUE, LAPSED, NONE, stepsOf, type Steps } from "./coverage-steps";

export interface Interval {
  readonly from: number;
  readonly until: number;
}

export interface PersonFacts {
  readonly personId: string;
  readonly foldedName: string;
  readonly teams: readonly (Interval & { readonly teamId: string; readonly regionId: string })[];
  readonly jobRoles: readonly (Interval & { readonly jobRoleId: string })[];
  readonly absences: readonly Interval[];
  /** What somebody asked of the person. */
  readonly asked: readonly (Interval & {
    readonly certificationId: string;
    readonly dueAt: number | null;
  })[];
  readonly awards: ReadonlyMap<string, readonly AwardFact[]>;
}

/** Accountabilities of a job role that require the same at the same time. */
export interface RequirementFact extends Interval {
  readonly accountabilityIds: readonly string[];
  readonly certificationId: string;
  readonly dueDays: number;
}

export interface CoverageRules {
  readonly requirements: ReadonlyMap<string, readonly RequirementFact[]>;
  readonly equivalents: ReadonlyMap<string, readonly string[]>;
}

/** Accountabilities that stand at the same, while the person is in one team; the team is empty for none. */
export type Spell = readonly [
  regionId: string,
  teamId: string,
  accountabilityIds: readonly string[],
  steps: Steps,
];

interface Obligation extends Interval {
  /** None when it was asked of the person. */
  readonly accountabilityIds: readonly string[];
  readonly certificationId: string;
  readonly fact: ObligationFact;
  readonly due: number;
}

/** @param known up to when what was recorded counts */
export function timelineOf(person: PersonFacts, rules: CoverageRules, known: Date): Spell[] {
  const obligations = obligationsOf(person, rules);
  if (obligations.length === 0) return [];
  const stands = new Map<string, Steps>();
  for (const [id, of] of grouped(obligations, ({ certificationId }) => certificationId)) {
    const equivalents = (rules.equivalents.get(id) ?? []).flatMap((other) => person.awards.get(other) ?? []);
    stands.set(id, certificationSteps(of, person.awards.get(id) ?? [], equivalents, known));
  }
  const alike = new Map<string, { accountabilityIds: string[]; steps: Steps }>();
  for (const { accountabilityIds, of } of dutiesOf(obligations)) {
    const steps = dutySteps(of, stands);
    const key = steps.join();
    const group = alike.get(key);
    if (group) group.accountabilityIds.push(...accountabilityIds);
    else alike.set(key, { accountabilityIds, steps });
  }
  const begins = Math.min(...obligations.map(({ from }) => from));
  return placesOf(person, begins).flatMap(({ regionId, teamId, from, until }) =>
    [...alike.values()].flatMap(({ accountabilityIds, steps }): Spell[] => {
      const inside = clipped(steps, from, until);
      return inside.length > 0 ? [[regionId, teamId, accountabilityIds, inside]] : [];
    }),
  );
}

function obligationsOf({ jobRoles, asked }: PersonFacts, { requirements }: CoverageRules): Obligation[] {
  const required = jobRoles.flatMap((held) =>
    (requirements.get(held.jobRoleId) ?? []).map((of): Obligation => {
      const { accountabilityIds, certificationId, dueDays } = of;
      const fact = { heldFrom: new Date(held.from), requiredFrom: new Date(of.from), dueDays };
      const until = Math.min(held.until, of.until);
      const from = Math.max(held.from, of.from);
      return { accountabilityIds, certificationId, from, until, fact, due: dueBy(fact).getTime() };
    }),
  );
  const requested = asked.map(({ certificationId, from, until, dueAt }): Obligation => {
    const since = new Date(from);
    const fact = {
      heldFrom: since,
      requiredFrom: since,
      dueDays: 0,
      dueAt: dueAt === null ? null : new Date(dueAt),
    };
    return { accountabilityIds: [], certificationId, from, until, fact, due: dueBy(fact).getTime() };
  });
  return [...required, ...requested].filter(({ from, until }) => from < until);
}

function certificationSteps(
  obligations: readonly Obligation[],
  awards: readonly AwardFact[],
  equivalents: readonly AwardFact[],
  known: Date,
): Steps {
  const moments = [
    ...obligations.flatMap(({ from, until, due }) => [from, until, due]),
    ...[...awards, ...equivalents].flatMap(momentsOf),
  ];
  return stepsOf(moments, (moment) => {
    const asked = obligations.filter(({ from, until }) => from <= moment && moment < until);
    if (asked.length === 0) return NONE;
    const asOf = { effective: new Date(moment), known };
    const facts = asked.map(({ fact }) => fact);
    const { status, uncovered } = standing(awards, facts, asOf, equivalents);
    if (status === "valid") return MET;
    return uncovered ? LAPSED : DUE;
  });
}

const DAY = 86_400_000;

/** When an award may begin or cease to count; more moments than necessary do no harm. */
function momentsOf({ validFrom, validUntil, graceDays, events }: AwardFact): number[] {
  const ends = (until: Date | null) => (until ? [until.getTime(), until.getTime() + graceDays * DAY] : []);
  return [
    validFrom.getTime(),
    ...ends(validUntil),
    ...events.flatMap((event) => [
      event.effectiveAt.getTime(),
      ...(event.validFrom ? [event.validFrom.getTime()] : []),
      ...ends(event.validUntil),
    ]),
  ];
}

/** Accountabilities by what they rest on: those that rest on the same stand at the same. */
function dutiesOf(obligations: readonly Obligation[]) {
  const restsOn = new Map<string, number[]>();
  for (const [number, { accountabilityIds }] of obligations.entries())
    for (const id of accountabilityIds) {
      const numbers = restsOn.get(id);
      if (numbers) numbers.push(number);
      else restsOn.set(id, [number]);
    }
  return [...grouped([...restsOn], ([, numbers]) => numbers.join()).values()].map((same) => ({
    accountabilityIds: same.map(([id]) => id),
    of: same[0]![1].map((number) => obligations[number]!),
  }));
}

/** Met with everything that it requires, lapsed when the work has to stop for any of it. */
function dutySteps(of: readonly Obligation[], stands: ReadonlyMap<string, Steps>): Steps {
  if (of.length === 1) {
    const { certificationId, from, until } = of[0]!;
    return clipped(stands.get(certificationId)!, from, until);
  }
  const ids = [...new Set(of.map(({ certificationId }) => certificationId))];
  const moments = [
    ...of.flatMap(({ from, until }) => [from, until]),
    ...ids.flatMap((id) => stands.get(id)!.filter((_, index) => index % 2 === 0)),
  ];
  return stepsOf(moments, (moment) => {
    const states = of
      .filter(({ from, until }) => from <= moment && moment < until)
      .map(({ certificationId }) => atInstant(stands.get(certificationId)!, moment));
    return states.reduce((worst, state) => Math.max(worst, state), NONE);
  });
}

interface Place extends Interval {
  readonly regionId: string;
  readonly teamId: string;
}

/** Where the person is counted, and when: not while they have left, and in no team while they have none. */
function placesOf({ teams, absences }: PersonFacts, begins: number): Place[] {
  const moments = [...teams, ...absences].flatMap(({ from, until }) => [from, until]);
  const bounds = [...new Set([begins, ...moments.filter((moment) => moment > begins), Infinity])].sort(
    (a, b) => a - b,
  );
  return bounds.slice(0, -1).flatMap((from, index) => {
    const until = bounds[index + 1]!;
    const covers = (of: Interval) => of.from <= from && from < of.until;
    if (absences.some(covers)) return [];
    const here = teams.filter(covers);
    return here.length > 0
      ? here.map(({ regionId, teamId }) => ({ regionId, teamId, from, until }))
      : [{ regionId: "", teamId: "", from, until }];
  });
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
