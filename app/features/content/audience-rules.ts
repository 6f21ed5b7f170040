import type { Audience } from "./lesson";

/** An empty list means everyone in that dimension. */
export function isInAudience(
  person: { jobRoleIds: readonly string[]; regionId: string | null },
  { jobRoles, regions }: Audience,
): boolean {
  const byRole = jobRoles.length === 0 || person.jobRoleIds.some((id) => jobRoles.includes(id));
  const byRegion = regions.length === 0 || (person.regionId !== null && regions.includes(person.regionId));
  return byRole && byRegion;
}
