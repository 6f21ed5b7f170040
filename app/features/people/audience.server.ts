/** Whom a course or a test can be meant for, and how many people that is. */
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { heldAsOf } from "./as-of.server";

export interface AudienceOptions {
  readonly jobRoles: readonly { id: string; name: string }[];
  readonly regions: readonly { id: string; name: string }[];
}

export async function audienceOptions(): Promise<AudienceOptions> {
  const select = { id: true, name: true } as const;
  const [jobRoles, regions] = await Promise.all([
    db.jobRole.findMany({ select, orderBy: { name: "asc" } }),
    db.region.findMany({ select, orderBy: { name: "asc" } }),
  ]);
  return { jobRoles, regions };
}

/** People who are here now, hold one of the job roles and work in one of the regions; an empty list means any. */
export function countPeopleIn(audience: {
  jobRoles: readonly string[];
  regions: readonly string[];
}): Promise<number> {
  const present = now();
  const held = heldAsOf({ effective: present, known: present });
  const jobRoles = { kind: "job-role", jobRoleId: { in: [...audience.jobRoles] }, ...held };
  const inRegion = { team: { regionId: { in: [...audience.regions] } }, ...held };
  /* As in summariseHeld: a manager who belongs to no team counts in the region managed. */
  const regions = {
    OR: [
      { assignments: { some: { kind: "team-member", ...inRegion } } },
      {
        assignments: { some: { kind: "team-manager", ...inRegion }, none: { kind: "team-member", ...held } },
      },
    ],
  };
  return db.person.count({
    where: {
      leftAt: null,
      ...(audience.jobRoles.length > 0 ? { assignments: { some: jobRoles } } : {}),
      ...(audience.regions.length > 0 ? { AND: [regions] } : {}),
    },
  });
}
