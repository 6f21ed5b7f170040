/** Random companies for coverage: people, duties and certificates that change as they do, also for the past. */
import { foldName } from "~/features/people/fold-name";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenTeam } from "./builders";

export const DAY = 86_400_000;
export const REGIONS = ["north", "south", "west"];
const TEAMS = REGIONS.flatMap((region) => [`${region}-1`, `${region}-2`]);
const ROLES = ["role-0", "role-1", "role-2"];
const CERTIFICATIONS = ["c-0", "c-1", "c-2", "c-3"];

export interface Seeded {
  below(limit: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** Mulberry32: the same histories in every run. */
export function seeded(seed: number): Seeded {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, chance: (share) => next() < share, pick: (from) => from[below(from.length)]! };
}

export async function givenRules(random: Seeded): Promise<void> {
  for (const team of TEAMS) await givenTeam(team, team.slice(0, -2));
  for (const [index, id] of CERTIFICATIONS.entries()) await givenRandomCertification(id, index);
  for (const jobRoleId of ROLES) {
    await db.jobRole.create({ data: { id: jobRoleId, name: jobRoleId }, select: { id: true } });
    for (const position of [0, 1, 2]) {
      const id = `${jobRoleId}-duty-${position}`;
      const told = { title: id, text: id, details: "[]" };
      await db.accountability.create({ data: { id, jobRoleId, position, ...told }, select: { id: true } });
      await require(random, jobRoleId, id, now());
      if (random.chance(0.5)) await require(random, jobRoleId, id, now());
    }
  }
}

async function givenRandomCertification(id: string, index: number): Promise<void> {
  const definition = {
    id,
    title: id,
    edition: "1",
    summary: "Random.",
    clauses: [],
    validity: { months: 6 },
    renewalWindowDays: 30,
    requirements: [{ assessment: "any" }],
    ...(index % 2 === 0 ? { graceDays: 20 } : {}),
  };
  await db.certification.create({
    data: { id, title: id, summary: "", equivalents: index === 1 ? '["c-0"]' : "[]" },
    select: { id: true },
  });
  const written = { number: 1, edition: "1", definition: JSON.stringify(definition), publishedAt: now() };
  await db.certificationRevision.create({
    data: { id: `${id}-1`, certificationId: id, ...written },
    select: { id: true },
  });
  await db.certification.update({
    where: { id },
    data: { currentRevisionId: `${id}-1` },
    select: { id: true },
  });
}

async function require(random: Seeded, jobRoleId: string, accountabilityId: string, heldFrom: Date) {
  const of = { certificationId: random.pick(CERTIFICATIONS), dueDays: random.below(60), why: "Random" };
  const data = { id: newId(), jobRoleId, accountabilityId, ...of, heldFrom, recordedAt: now() };
  await db.requirement.create({ data, select: { id: true } });
}

export async function givenSomebody(random: Seeded): Promise<string> {
  const personId = await hire(random, { jobRole: random.pick(ROLES), since: earlier(random, 30) });
  if (random.chance(0.3)) await hold(personId, "job-role", random.pick(ROLES), earlier(random, 20));
  for (let i = random.below(4); i > 0; i--) await award(random, personId);
  return personId;
}

export async function hire(
  random: Seeded,
  { jobRole, since }: { jobRole: string; since: Date },
): Promise<string> {
  const id = newId();
  const told = { name: `Person ${random.below(1_000)}`, email: `${id}@test.example`, employeeNumber: id };
  await db.person.create({
    data: { id, ...told, foldedName: foldName(told.name), createdAt: since },
    select: { id: true },
  });
  await hold(id, "job-role", jobRole, since);
  if (random.chance(0.85)) await hold(id, "team-member", random.pick(TEAMS), since);
  return id;
}

async function hold(
  personId: string,
  kind: "job-role" | "team-member",
  value: string,
  heldFrom: Date,
  heldUntil: Date | null = null,
) {
  const which = kind === "job-role" ? { jobRoleId: value } : { teamId: value };
  const times = { heldFrom, heldUntil, recordedAt: now() };
  await db.assignment.create({
    data: { id: newId(), personId, kind, ...which, ...times, reason: "Random" },
    select: { id: true },
  });
}

async function award(random: Seeded, personId: string): Promise<void> {
  const certificationId = random.pick(CERTIFICATIONS);
  const open = await db.cycle.findFirst({
    where: { personId, certificationId, award: null, end: null },
    select: { id: true },
  });
  const cycleId = open?.id ?? (await openCycle(personId, certificationId, { cause: "earned" }));
  const validFrom = earlier(random, 40);
  const validUntil = random.chance(0.2)
    ? null
    : new Date(validFrom.getTime() + (1 + random.below(200)) * DAY);
  const of = { personId, certificationId, revisionId: `${certificationId}-1`, holderName: "", code: newId() };
  await db.award.create({
    data: { id: newId(), cycleId, ...of, validFrom, validUntil, recordedAt: now() },
    select: { id: true },
  });
}

async function openCycle(personId: string, certificationId: string, more: { cause: string; dueAt?: Date }) {
  const number = 1 + (await db.cycle.count({ where: { personId, certificationId } }));
  const id = newId();
  const data = { id, personId, certificationId, number, openedAt: now(), recordedAt: now(), ...more };
  await db.cycle.create({ data, select: { id: true } });
  return id;
}

type Change = (random: Seeded, personId: string) => Promise<unknown>;

const changes: Readonly<Record<string, Change>> = {
  hire: (random) => givenSomebody(random),
  award,
  awardAgain: award,
  async event(random, personId) {
    const found = await db.award.findFirst({
      where: { personId },
      select: { id: true, _count: { select: { events: true } } },
    });
    if (!found) return;
    const kind = random.pick(["suspended", "reinstated", "revoked", "surrendered", "corrected"]);
    const from = earlier(random, 60);
    const until = random.chance(0.3) ? null : new Date(from.getTime() + random.below(200) * DAY);
    const dates =
      kind === "corrected" ? { validFrom: random.chance(0.7) ? from : null, validUntil: until } : {};
    const number = found._count.events + 1;
    const times = { effectiveAt: earlier(random, 30), recordedAt: now() };
    const data = { id: newId(), awardId: found.id, number, kind, ...times, ...dates };
    await db.awardEvent.create({ data: { ...data, actorId: personId, reason: "Random" } });
  },
  async move(random, personId) {
    const from = earlier(random, 60);
    await cutAt(personId, "team-member", from);
    await hold(personId, "team-member", random.pick(TEAMS), from);
  },
  async changeRole(random, personId) {
    const from = earlier(random, 60);
    await cutAt(personId, "job-role", from);
    await hold(personId, "job-role", random.pick(ROLES), from);
  },
  async leave(random, personId) {
    if (await currentAbsence(personId)) return;
    const heldFrom = new Date(earlier(random, 20).getTime() + random.below(20) * DAY);
    await db.absence.create({ data: { id: newId(), personId, heldFrom, recordedAt: now() } });
  },
  async comeBack(_random, personId) {
    const gone = await currentAbsence(personId);
    if (!gone) return;
    await db.absence.update({ where: { id: gone.id }, data: { supersededAt: now() } });
    const { heldFrom } = gone;
    if (heldFrom >= now()) return;
    await db.absence.create({
      data: { id: newId(), personId, heldFrom, heldUntil: now(), recordedAt: now() },
    });
  },
  async endRequirement(random) {
    const all = await db.requirement.findMany({ where: { supersededAt: null, heldUntil: null } });
    if (all.length < 6) return;
    const { id, ...ended } = random.pick(all);
    await db.requirement.update({ where: { id }, data: { supersededAt: now() } });
    const heldUntil = earlier(random, 60);
    if (heldUntil <= ended.heldFrom) return;
    await db.requirement.create({ data: { ...ended, id: newId(), heldUntil, recordedAt: now() } });
  },
  async addRequirement(random) {
    const role = random.pick(ROLES);
    await require(random, role, `${role}-duty-${random.below(3)}`, earlier(random, 60));
  },
  async ask(random, personId) {
    const certificationId = random.pick(CERTIFICATIONS);
    const dueAt = new Date(now().getTime() + random.below(30) * DAY);
    await openCycle(personId, certificationId, { cause: "assigned", dueAt });
  },
  async takeBack(_random, personId) {
    const open = await db.cycle.findFirst({ where: { personId, cause: "assigned", award: null, end: null } });
    if (open) await db.cycleEnd.create({ data: { cycleId: open.id, at: now(), reason: "Random" } });
  },
  async equivalents(random) {
    const equivalents = random.chance(0.5) ? "[]" : JSON.stringify([random.pick(CERTIFICATIONS)]);
    await db.certification.update({ where: { id: random.pick(CERTIFICATIONS) }, data: { equivalents } });
  },
  async moveTeam(random) {
    await db.team.update({ where: { id: random.pick(TEAMS) }, data: { regionId: random.pick(REGIONS) } });
  },
};

/** Something happens to somebody, or to everybody. */
export async function changeAtRandom(random: Seeded): Promise<void> {
  const people = await db.person.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  await random.pick(Object.values(changes))(random, random.pick(people).id);
}

function currentAbsence(personId: string) {
  return db.absence.findFirst({ where: { personId, supersededAt: null, heldUntil: null } });
}

/** What was held from a moment on was held up to it only. */
async function cutAt(personId: string, kind: "job-role" | "team-member", moment: Date): Promise<void> {
  const held = await db.assignment.findMany({
    where: { personId, kind, supersededAt: null, OR: [{ heldUntil: null }, { heldUntil: { gt: moment } }] },
  });
  for (const { id, heldFrom, jobRoleId, teamId } of held) {
    await db.assignment.update({ where: { id }, data: { supersededAt: now() } });
    if (heldFrom < moment) await hold(personId, kind, (jobRoleId ?? teamId)!, heldFrom, moment);
  }
}

function earlier(random: Seeded, days: number): Date {
  return new Date(now().getTime() - random.below(days * DAY));
}
