import type { Access, Actor } from "./actor";

/** What one assignment in force says; `regionId` is that of its team. */
export interface HeldRow {
  readonly kind: string | null;
  readonly jobRoleId: string | null;
  readonly teamId: string | null;
  readonly regionId: string | null;
  readonly access: string | null;
}

type Held = Pick<Actor, "access" | "jobRoleIds" | "teamId" | "regionId" | "managedTeamIds">;

/** Sums up the assignments in force, oldest first. A manager who belongs to no team is counted in the region managed. */
export function summariseHeld(rows: readonly HeldRow[]): Held {
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const member = of("team-member").at(-1);
  const managed = of("team-manager");
  return {
    access: of("access").flatMap((row) => (isAccess(row.access) ? [row.access] : [])),
    jobRoleIds: of("job-role").flatMap((row) => row.jobRoleId ?? []),
    teamId: member?.teamId ?? null,
    regionId: member?.regionId ?? managed[0]?.regionId ?? null,
    managedTeamIds: managed.flatMap((row) => row.teamId ?? []),
  };
}

export const ACCESS = ["manager", "auditor", "admin"] as const satisfies readonly Access[];

export function isAccess(value: unknown): value is Access {
  return (ACCESS as readonly unknown[]).includes(value);
}
