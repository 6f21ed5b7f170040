import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import type { Actor } from "./actor";
import { heldAsOf } from "./as-of.server";
import { requireAdministrator } from "./people-policy";

export interface TeamRow {
  id: string;
  name: string;
  members: number;
  managers: { personId: string; name: string; assignmentId: string }[];
}

export interface RegionWithTeams {
  id: string;
  name: string;
  teams: TeamRow[];
}

export async function listOrganisation(actor: Actor): Promise<RegionWithTeams[]> {
  requireAdministrator(actor);
  const held = heldAsOf({ effective: now(), known: now() });
  const [regions, members, managers] = await Promise.all([
    db.region.findMany({
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        teams: { orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true } },
      },
    }),
    db.assignment.groupBy({ by: ["teamId"], where: { kind: "team-member", ...held }, _count: true }),
    db.assignment.findMany({
      where: { kind: "team-manager", ...held },
      orderBy: { heldFrom: "asc" },
      select: { id: true, teamId: true, person: { select: { id: true, name: true } } },
    }),
  ]);
  const counts = new Map(members.map(({ teamId, _count }) => [teamId, _count]));
  return regions.map(({ teams, ...region }) => ({
    ...region,
    teams: teams.map((team) => ({
      ...team,
      members: counts.get(team.id) ?? 0,
      managers: managers
        .filter(({ teamId }) => teamId === team.id)
        .map(({ id, person }) => ({ assignmentId: id, personId: person.id, name: person.name })),
    })),
  }));
}

/** The person an administrator means by an e-mail address or an employee number. */
export async function findByAddressOrNumber(actor: Actor, text: string): Promise<string | null> {
  requireAdministrator(actor);
  const wanted = text.trim();
  const person = await db.person.findFirst({
    where: { OR: [{ email: wanted.toLowerCase() }, { employeeNumber: wanted }] },
    select: { id: true },
  });
  return person?.id ?? null;
}
