/** Whose coverage a page is about, and whether the reader may see it. */
import type { AsOf } from "~/features/certifications/certification-rules";
import { may, type Actor } from "~/features/people/actor";
import { employed, inForce } from "~/features/people/as-of.server";
import { db, sql, sqlList } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import type { CoverageQuestion, Place } from "./coverage-question";
import { NO_TEAM } from "./no-team";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** region "": people without a team. mine: the teams that the reader manages. */
export type CoverageScope =
  | { readonly kind: "company" }
  | { readonly kind: "mine"; readonly teamIds: readonly string[] }
  | { readonly kind: "region"; readonly region: Named }
  | { readonly kind: "team"; readonly region: Named | null; readonly team: Named }
  | {
      readonly kind: "person";
      readonly region: Named | null;
      readonly team: Named | null;
      readonly person: Named;
    };

/** Auditors and administrators see the company; managers the teams that they manage. @throws NotFound */
export async function coverageScope(
  actor: Actor,
  { place, asOf }: Pick<CoverageQuestion, "place" | "asOf">,
): Promise<CoverageScope> {
  const all = may(actor, "auditor") || may(actor, "admin");
  if (!all && !may(actor, "manager")) throw new NotFound();
  if (place === null) return all ? { kind: "company" } : { kind: "mine", teamIds: actor.managedTeamIds };
  const found = await find(place, asOf);
  if (!found) throw new NotFound(place.kind);
  if (all) return found;
  const team =
    found.kind === "region" || found.kind === "company" || found.kind === "mine" ? null : found.team;
  if (!team || !actor.managedTeamIds.includes(team.id)) throw new NotFound(place.kind);
  /* Regions are not theirs to look at, so their trail does not lead there. */
  return found.kind === "person" ? { ...found, region: null, team } : { kind: "team", region: null, team };
}

async function find({ kind, id }: Place, asOf: AsOf): Promise<CoverageScope | null> {
  if (kind === "region") {
    if (id === NO_TEAM.id) return { kind, region: { id: "", name: NO_TEAM.name } };
    const region = await db.region.findUnique({ where: { id }, select: { id: true, name: true } });
    return region && { kind, region };
  }
  if (kind === "team") {
    const team = await db.team.findUnique({
      where: { id },
      select: { id: true, name: true, region: { select: { id: true, name: true } } },
    });
    return team && { kind, region: team.region, team };
  }
  const [row] = await membersOf(sql`p."id" = ${id}`, asOf, false);
  if (!row) return null;
  const { personId, name, teamId, teamName, regionId, regionName } = row;
  return {
    kind,
    person: { id: personId, name },
    team: teamId ? { id: teamId, name: teamName! } : null,
    region: regionId ? { id: regionId, name: regionName! } : null,
  };
}

export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly regionId: string | null;
  readonly regionName: string | null;
}

/** Who was in these teams, by name. */
export function teamMembers(teamIds: readonly string[], asOf: AsOf): Promise<Member[]> {
  if (teamIds.length === 0) return Promise.resolve([]);
  return membersOf(sql`member."teamId" IN (${sqlList([...teamIds])})`, asOf);
}

export function personMember(personId: string, asOf: AsOf): Promise<Member[]> {
  return membersOf(sql`p."id" = ${personId}`, asOf);
}

function membersOf(which: ReturnType<typeof sql>, asOf: AsOf, onlyEmployed = true): Promise<Member[]> {
  const there = onlyEmployed ? employed(asOf) : sql`1 = 1`;
  return db.$queryRaw<Member[]>`
    SELECT p."id" AS "personId", p."name", p."employeeNumber", team."id" AS "teamId", team."name" AS "teamName",
      region."id" AS "regionId", region."name" AS "regionName"
    FROM "Person" p
    LEFT JOIN "Assignment" member ON member."personId" = p."id" AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, asOf)}
    LEFT JOIN "Team" team ON team."id" = member."teamId"
    LEFT JOIN "Region" region ON region."id" = team."regionId"
    WHERE ${which} AND ${there}
    ORDER BY p."foldedName", p."id"`;
}
