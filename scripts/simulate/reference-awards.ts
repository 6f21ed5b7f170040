/** What a person has earned, from what they have done: in the plainest words, without the product's own. */
import type {
  CertificationDefinition,
  CertificationStep,
  Requirement,
  Validity,
} from "~/features/certifications/certification-definition";
import { type PlainAward, plainAward } from "../../tests/setup/plain-standing";
import { DAY } from "./events";
import type { Done, ReferencePerson, SimulatedAward } from "./reference-person";

type Courses = ReadonlyMap<string, readonly (string | null)[]>;

/** Null where there is nothing that could be awarded at this moment. */
export function earnedAt(
  person: ReferencePerson,
  definition: CertificationDefinition,
  courses: Courses,
  t: Date,
  definitions: ReadonlyMap<string, CertificationDefinition>,
): SimulatedAward | null {
  const own = person.awardsOf(definition.id);
  const since = countsSince(seenAt(own, t), t);
  if (since === null) return null;

  const paths = [definition.requirements, ...(definition.renewal ?? []).map((path) => path.requirements)];
  const asked = new Set(paths.flat().flatMap(stepsOf).map(nameOf));
  const all = person.done.filter(({ step, at }) => asked.has(step) && at <= t);
  if (all.length === 0) return null;

  const chain = chainAt(seenAt(own, last(all)), last(all));
  const path = chain.length > 0 && paths.length > 1 ? 1 + ((chain.length - 1) % (paths.length - 1)) : 0;
  const proofs: Done[] = [];
  for (const requirement of paths[path]!) {
    const found = proofsOf(requirement, all, since, courses);
    if (!found) return null;
    proofs.push(...found);
  }
  const validFrom = last(proofs);
  if (own.some((award) => award.validFrom >= validFrom)) return null;
  for (const id of definition.prerequisites ?? []) {
    const counting = [id, ...(definitions.get(id)?.equivalents ?? [])];
    if (!counting.some((each) => seenAt(person.awardsOf(each), t).some((award) => isValid(award, t))))
      return null;
  }

  const previous = chain.length > 0 ? new Date(Math.max(...chain.map(({ until }) => until))) : null;
  const validUntil = endOf(definition, validFrom, previous);
  if (validUntil <= t) return null;
  return {
    id: `${person.key} ${definition.id} ${own.length}`,
    certification: definition.id,
    validFrom,
    validUntil,
    recordedAt: t,
    renewalWindowDays: definition.renewalWindowDays,
    graceDays: definition.graceDays ?? 0,
    events: [],
  };
}

function seenAt(awards: readonly SimulatedAward[], t: Date): PlainAward[] {
  return awards.flatMap((award) => plainAward(award, { effective: t, known: t }) ?? []);
}

function isValid({ stop, until }: PlainAward, t: Date): boolean {
  return stop === "" && t.getTime() < until;
}

/** Since when what is done counts for the next one; null where nothing does now. */
export function countsSince(awards: readonly PlainAward[], t: Date): number | null {
  const held = awards.filter((award) => isValid(award, t)).sort((a, b) => b.until - a.until)[0];
  if (held && t.getTime() < held.opens) return null;
  const newest = [...awards].sort((a, b) => b.from - a.from)[0];
  if (newest?.stop === "suspended") return null;
  const latest = held ?? newest;
  const stops = awards.flatMap(({ stopRecordedAt }) => stopRecordedAt ?? []);
  return Math.max(-Infinity, ...stops, ...(latest && latest.stop === "" ? [latest.opens] : []));
}

/** The awards that follow each other without a lapse up to this moment, the newest first. */
function chainAt(awards: readonly PlainAward[], when: Date): PlainAward[] {
  const chain: PlainAward[] = [];
  let reaches = when.getTime();
  for (const award of awards.filter(({ stop }) => stop === "").sort((a, b) => b.from - a.from)) {
    if (award.graceUntil <= reaches) break;
    chain.push(award);
    reaches = award.from;
  }
  return chain;
}

function proofsOf(
  requirement: Requirement,
  all: readonly Done[],
  since: number,
  courses: Courses,
): Done[] | null {
  const needed = "anyOf" in requirement ? requirement.anyOf : 1;
  const found = stepsOf(requirement).flatMap((step) => {
    const counting = all.filter((done) => done.step === nameOf(step) && counts(done, since, courses));
    return counting.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? [];
  });
  return found.length < needed
    ? null
    : found.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, needed);
}

/** A course counts for as long as nothing new is asked of who completed it. All else is done anew. */
function counts({ step, at, revision }: Done, since: number, courses: Courses): boolean {
  const [kind, slug] = step.split(" ") as [string, string];
  if (
    kind === "course" &&
    courses
      .get(slug)!
      .slice(revision)
      .every((change) => change === "editorial")
  )
    return true;
  return at.getTime() >= since;
}

/** The first step of what the person still has to do, as their home page would say it; null where there is nothing. */
export function nextStep(
  person: ReferencePerson,
  definition: CertificationDefinition,
  courses: Courses,
  t: Date,
): string | null {
  const own = person.awardsOf(definition.id);
  const seen = seenAt(own, t);
  const since = countsSince(seen, t);
  if (since === null) return null;
  const chain = chainAt(seen, t);
  const { renewal } = definition;
  const path =
    chain.length > 0 && renewal
      ? renewal[(chain.length - 1) % renewal.length]!.requirements
      : definition.requirements;
  const open = path.find((requirement) => !proofsOf(requirement, person.done, since, courses));
  return open ? nameOf(stepsOf(open)[0]!) : null;
}

function endOf({ validity }: CertificationDefinition, from: Date, previous: Date | null): Date {
  if (!validity) throw new Error("Everything expires in the simulated company.");
  const least = from.getTime() + (validity.minimumDays ?? 0) * DAY;
  for (let run = 1; ; run++) {
    const end = endAfter(validity, run, from, previous);
    if (end > from && end.getTime() >= least && !(previous && end <= previous)) return end;
  }
}

function endAfter(validity: Validity, run: number, from: Date, previous: Date | null): Date {
  if ("until" in validity) {
    const [month, day] = validity.until.split("-").map(Number) as [number, number];
    return new Date(Date.UTC(from.getUTCFullYear() + run - 1, month - 1, day + 1));
  }
  const start = validity.from === "previous-expiry" && previous ? previous : from;
  if (validity.days) return new Date(start.getTime() + validity.days * run * DAY);
  const end = new Date(start);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + (validity.months ?? validity.years! * 12) * run);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return end;
}

function last(done: readonly Done[]): Date {
  return new Date(Math.max(...done.map(({ at }) => at.getTime())));
}

function stepsOf(requirement: Requirement): readonly CertificationStep[] {
  return "anyOf" in requirement ? requirement.of : [requirement];
}

function nameOf(step: CertificationStep): string {
  if ("course" in step) return `course ${step.course}`;
  if ("assessment" in step) return `assessment ${step.assessment}`;
  throw new Error("The simulated company asks for courses and tests alone.");
}
