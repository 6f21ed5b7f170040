import { db } from "~/platform/db/client.server";
import type { Actor } from "./actor";
import { organisationNames } from "./organisation-names.server";

export interface OwnProfile {
  employeeNumber: string;
  jobRoles: string[];
  team: string | null;
  region: string | null;
}

/** The actor's own number, and what they hold by name. */
export async function ownProfile(actor: Actor): Promise<OwnProfile> {
  const [person, { jobRoles, teams, regions }] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: actor.personId }, select: { employeeNumber: true } }),
    organisationNames(),
  ]);
  return {
    employeeNumber: person.employeeNumber,
    jobRoles: actor.jobRoleIds.map((held) => jobRoles.find(({ id }) => id === held)?.name ?? held),
    team: teams.find(({ id }) => id === actor.teamId)?.name ?? null,
    region: regions.find(({ id }) => id === actor.regionId)?.name ?? null,
  };
}
