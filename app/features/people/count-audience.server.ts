import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { heldAsOf } from "./as-of.server";

/** How many people are here now, hold one of the job roles and work in one of the regions; an empty list means any. */
export function countAudience(audience: {
  jobRoles: readonly string[];
  regions: readonly string[];
}): Promise<number> {
  const present = now();
  const held = heldAsOf({ effective: present, known: present });
  const jobRole = { kind: "job-role", jobRoleId: { in: [...audience.jobRoles] }, ...held };
  const inRegion = { team: { regionId: { in: [...audience.regions] } }, ...held };
  /* As in summariseHeld: a manager who belongs to no team counts in the region managed. */
  const region = [
    { assignments: { some: { kind: "team-member", ...inRegion } } },
    { assignments: { some: { kind: "team-manager", ...inRegion }, none: { kind: "team-member", ...held } } },
  ];
  return db.person.count({
    where: {
      leftAt: null,
      ...(audience.jobRoles.length > 0 ? { assignments: { some: jobRole } } : {}),
      ...(audience.regions.length > 0 ? { OR: region } : {}),
    },
  });
}
