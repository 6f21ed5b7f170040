import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import type { Actor } from "./actor";
import { heldAsOf } from "./as-of.server";

export interface OwnProfile {
  employeeNumber: string;
  jobRoles: string[];
  team: string | null;
  region: string | null;
}

/** The actor's own job roles and team by name. */
export async function ownProfile(actor: Actor): Promise<OwnProfile> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: {
      employeeNumber: true,
      assignments: {
        where: { kind: { in: ["job-role", "team-member"] }, ...heldAsOf({ effective: now(), known: now() }) },
        orderBy: { heldFrom: "asc" },
        select: {
          jobRole: { select: { name: true } },
          team: { select: { name: true, region: { select: { name: true } } } },
        },
      },
    },
  });
  const team = person.assignments.flatMap((row) => row.team ?? []).at(-1);
  return {
    employeeNumber: person.employeeNumber,
    jobRoles: person.assignments.flatMap((row) => row.jobRole?.name ?? []),
    team: team?.name ?? null,
    region: team?.region.name ?? null,
  };
}
