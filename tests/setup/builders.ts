/** People for tests, written as plain rows: what a test is about goes through the real commands. */
import { hashPassword } from "~/features/auth/password-hash.server";
import { sessionCookie, sessions } from "~/features/auth/sessions.server";
import type { Access, Actor } from "~/features/people/actor";
import { foldName } from "~/features/people/fold-name";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";

export interface Given {
  name?: string;
  email?: string;
  access?: Access | readonly Access[];
  /** Job role ids; made when they do not exist. */
  jobRole?: string | readonly string[];
  /** Team id; made when it does not exist. A region alone makes a team in it. */
  team?: string;
  region?: string;
  /** Team ids that the person manages. */
  manages?: string | readonly string[];
  password?: string;
  timeZone?: string;
  /** Since when they hold all this; a year ago unless told. */
  since?: Date;
}

const YEAR = 365 * 86_400_000;

/** A person who holds what is given. `sessionId` is a made-up one: use `givenCookie` for a request. */
export async function givenPerson(given: Given = {}): Promise<Actor> {
  const id = newId();
  const since = given.since ?? new Date(now().getTime() - YEAR);
  const access = list(given.access);
  const jobRoleIds = list(given.jobRole);
  const managedTeamIds = list(given.manages);
  const region = given.region ?? "emea";
  const teamId = given.team ?? (given.region ? `${given.region}-team` : null);

  for (const jobRoleId of jobRoleIds) await givenJobRole(jobRoleId);
  for (const team of [teamId, ...managedTeamIds]) if (team) await givenTeam(team, region);

  const held = { id: "", personId: id, heldFrom: since, recordedAt: since, reason: "Given for the test" };
  const person = {
    name: given.name ?? `Person ${id.slice(-6)}`,
    email: given.email ?? `p-${id.slice(-12)}@test.example`,
    timeZone: given.timeZone ?? "UTC",
  };
  await db.person.create({
    data: {
      id,
      ...person,
      foldedName: foldName(person.name),
      employeeNumber: `T-${id.slice(-12)}`,
      createdAt: since,
    },
    select: { id: true },
  });
  await db.assignment.createMany({
    data: [
      ...access.map((value) => ({ ...held, id: newId(), kind: "access", access: value })),
      ...jobRoleIds.map((jobRoleId) => ({ ...held, id: newId(), kind: "job-role", jobRoleId })),
      ...(teamId ? [{ ...held, id: newId(), kind: "team-member", teamId }] : []),
      ...managedTeamIds.map((managed) => ({ ...held, id: newId(), kind: "team-manager", teamId: managed })),
    ],
  });
  if (given.password) {
    const passwordHash = await hashPassword(given.password);
    await db.credential.create({
      data: { personId: id, passwordHash, changedAt: since },
      select: { personId: true },
    });
  }
  const regionId = await regionOf(teamId ?? managedTeamIds[0]);
  return {
    personId: id,
    ...person,
    sessionId: newId(),
    access,
    jobRoleIds,
    teamId,
    regionId,
    managedTeamIds,
  };
}

/** The `Cookie` header of a real session of this person, as a browser would send it. */
export async function givenCookie(personId: string): Promise<string> {
  const session = await sessions().createSession(personId, { userAgent: "Test" });
  return sessionCookie(session.id).split(";")[0]!;
}

export async function givenJobRole(id: string): Promise<void> {
  await db.jobRole.upsert({
    where: { id },
    update: {},
    create: { id, name: titleOf(id) },
    select: { id: true },
  });
}

export async function givenTeam(id: string, regionId: string): Promise<void> {
  const region = { id: regionId, name: titleOf(regionId) };
  await db.region.upsert({ where: { id: regionId }, update: {}, create: region, select: { id: true } });
  await db.team.upsert({
    where: { id },
    update: {},
    create: { id, name: titleOf(id), regionId },
    select: { id: true },
  });
}

async function regionOf(teamId: string | undefined): Promise<string | null> {
  if (!teamId) return null;
  const team = await db.team.findUnique({ where: { id: teamId }, select: { regionId: true } });
  return team?.regionId ?? null;
}

function list<T extends string>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

function titleOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
