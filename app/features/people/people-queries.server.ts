import { now } from "~/platform/clock.server";
import { db, type Prisma } from "~/platform/db/client.server";
import type { Actor } from "./actor";
import { heldAsOf } from "./as-of.server";
import { containsText } from "./contains-text.server";
import { foldName } from "./fold-name";
import { summariseHeld } from "./held";
import { organisationNames, type OrganisationNames } from "./organisation-names.server";
import type { PeopleFilter, PersonState } from "./people-filter";
import { requireAdministrator } from "./people-policy";

const PAGE = 50;

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  employeeNumber: string;
  leftAt: Date | null;
  invited: boolean;
  jobRoles: string[];
  team: string | null;
}

export interface PeoplePage {
  people: PersonRow[];
  total: number;
  next: { name: string; id: string } | null;
  names: OrganisationNames;
}

export async function listPeople(actor: Actor, filter: PeopleFilter): Promise<PeoplePage> {
  requireAdministrator(actor);
  const matching = whereOf(filter);
  const [names, total, rows] = await Promise.all([
    organisationNames(),
    db.person.count({ where: matching }),
    db.person.findMany({
      where: { AND: [matching, beyond(filter)] },
      orderBy: [{ foldedName: filter.order }, { id: filter.order }],
      take: PAGE + 1,
      select: {
        id: true,
        name: true,
        email: true,
        employeeNumber: true,
        leftAt: true,
        credential: { select: { personId: true } },
        assignments: {
          where: heldAsOf({ effective: now(), known: now() }),
          orderBy: { heldFrom: "asc" },
          select: { kind: true, jobRoleId: true, teamId: true },
        },
      },
    }),
  ]);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const nameOf = (list: readonly { id: string; name: string }[]) =>
    new Map(list.map(({ id, name }) => [id, name]));
  const [teams, jobRoles] = [nameOf(names.teams), nameOf(names.jobRoles)];
  return {
    names,
    total,
    next: last ? { name: last.name, id: last.id } : null,
    people: shown.map(({ credential, assignments, ...person }) => {
      const held = summariseHeld(assignments.map((row) => ({ ...row, regionId: null, access: null })));
      return {
        ...person,
        invited: credential === null,
        jobRoles: held.jobRoleIds.map((id) => jobRoles.get(id) ?? id),
        team: held.teamId ? (teams.get(held.teamId) ?? held.teamId) : null,
      };
    }),
  };
}

function whereOf({ q, team, region, jobRole, state }: PeopleFilter): Prisma.PersonWhereInput {
  const holds = (what: Prisma.AssignmentWhereInput): Prisma.PersonWhereInput => ({
    assignments: { some: { ...what, ...heldAsOf({ effective: now(), known: now() }) } },
  });
  const words = q.split(/\s+/).filter((word) => word !== "");
  return {
    AND: [
      stateOf(state),
      ...words.map((word) => ({
        OR: [
          { foldedName: { contains: foldName(word) } },
          { email: containsText(word) },
          { employeeNumber: containsText(word) },
        ],
      })),
      team ? holds({ kind: "team-member", teamId: team }) : {},
      region ? holds({ kind: "team-member", team: { regionId: region } }) : {},
      jobRole ? holds({ kind: "job-role", jobRoleId: jobRole }) : {},
    ],
  };
}

function stateOf(state: PersonState): Prisma.PersonWhereInput {
  const here = { OR: [{ leftAt: null }, { leftAt: { gt: now() } }] };
  if (state === "here") return here;
  if (state === "invited") return { AND: [here, { credential: { is: null } }] };
  return state === "left" ? { leftAt: { lte: now() } } : {};
}

function beyond({ after, order }: PeopleFilter): Prisma.PersonWhereInput {
  if (!after) return {};
  const past = order === "asc" ? "gt" : "lt";
  const foldedName = foldName(after.name);
  return { OR: [{ foldedName: { [past]: foldedName } }, { foldedName, id: { [past]: after.id } }] };
}

/** For the overview: how many work here, and how many of them have not set a password yet. */
export async function countPeople(actor: Actor): Promise<{ here: number; invited: number }> {
  requireAdministrator(actor);
  const [here, invited] = await Promise.all([
    db.person.count({ where: stateOf("here") }),
    db.person.count({ where: stateOf("invited") }),
  ]);
  return { here, invited };
}
