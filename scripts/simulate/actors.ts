/** Simulated people by their key, and as the actors of commands, with what they hold at the moment. */
import { isAccess } from "~/features/people/held";
import type { Actor } from "~/features/people/actor";
import { heldAsOf } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";

const ids = new Map<string, string>();

export async function idOf(key: string): Promise<string> {
  let id = ids.get(key);
  if (!id) {
    const where = { employeeNumber: key };
    ({ id } = await db.person.findUniqueOrThrow({ where, select: { id: true } }));
    ids.set(key, id);
  }
  return id;
}

export async function actorOf(key: string): Promise<Actor> {
  const personId = await idOf(key);
  const held = await db.assignment.findMany({
    where: { personId, ...heldAsOf({ effective: now(), known: now() }) },
    select: { kind: true, jobRoleId: true, teamId: true, access: true },
  });
  const of = (kind: string) => held.filter((row) => row.kind === kind);
  return {
    personId,
    name: `Person ${key}`,
    email: `${key}@sim.example`,
    /* The days of commands are the reference's days. */
    timeZone: "UTC",
    sessionId: key,
    access: of("access").flatMap(({ access }) => (access && isAccess(access) ? [access] : [])),
    jobRoleIds: of("job-role").flatMap(({ jobRoleId }) => jobRoleId ?? []),
    teamId: of("team-member")[0]?.teamId ?? null,
    regionId: null,
    managedTeamIds: of("team-manager").flatMap(({ teamId }) => teamId ?? []),
  };
}
