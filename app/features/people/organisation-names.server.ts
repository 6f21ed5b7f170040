import { db } from "~/platform/db/client.server";

export interface Named {
  id: string;
  name: string;
}

export interface OrganisationNames {
  regions: Named[];
  teams: (Named & { regionId: string })[];
  jobRoles: Named[];
}

interface Row extends Named {
  kind: "region" | "team" | "job-role";
  regionId: string | null;
}

/** What a team is called where its region is not said beside it. */
export function teamLabel(name: string, region: string | undefined): string {
  return region ? `${name}, ${region}` : name;
}

/** What regions, teams and job roles are called, in one query: every page of people needs all three. */
export async function organisationNames(): Promise<OrganisationNames> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'region' AS "kind", "id", "name", NULL AS "regionId" FROM "Region"
    UNION ALL SELECT 'team', "id", "name", "regionId" FROM "Team"
    UNION ALL SELECT 'job-role', "id", "name", NULL FROM "JobRole"
    ORDER BY "name", "id"`;
  const of = (kind: Row["kind"]) => rows.filter((row) => row.kind === kind);
  const regionNames = new Map(of("region").map(({ id, name }) => [id, name]));
  return {
    regions: of("region").map(({ id, name }) => ({ id, name })),
    /* Every region may have a team of the same name. */
    teams: of("team").map(({ id, name, regionId }) => ({
      id,
      name: teamLabel(name, regionNames.get(regionId ?? "")),
      regionId: regionId ?? "",
    })),
    jobRoles: of("job-role").map(({ id, name }) => ({ id, name })),
  };
}
