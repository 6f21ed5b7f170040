/** Who must stop which work, by name: found in an index of lapses, and said by the rules. */
import { certificationStates } from "~/features/certifications/certification-states.server";
import type { AsOf } from "~/features/certifications/certification-rules";
import { db, sql } from "~/platform/db/client.server";
import type { StoppedPerson } from "./coverage-answer";
import { dutyStates, type PersonDuty } from "./duty-states";
import type { Member } from "./coverage-scope.server";

export const STOPPED_PAGE = 25;

export interface ByName {
  /** Folded, and as it was when it was counted: somebody may be called otherwise by now. */
  readonly name: string;
  readonly personId: string;
}

type Found = Omit<StoppedPerson, "duties">;

/** @param regionId null for the company */
export async function stoppedPeople(
  regionId: string | null,
  asOf: AsOf,
  after: ByName | null,
  most = STOPPED_PAGE,
): Promise<{ stopped: StoppedPerson[]; next: ByName | null }> {
  const moment = asOf.effective.getTime();
  const here = regionId === null ? sql`` : sql`AND l."regionId" = ${regionId}`;
  const later = after ? sql`AND (l."foldedName", l."personId") > (${after.name}, ${after.personId})` : sql``;
  const found = await db.$queryRaw<(Found & { foldedName: string })[]>`
    SELECT page."personId", page."foldedName", p."name", p."employeeNumber", team."name" AS "teamName", region."name" AS "regionName"
    FROM (
      SELECT l."personId", l."foldedName", l."teamId" FROM "CoverageLapse" l
      WHERE l."lapsedFrom" <= ${moment} AND (l."lapsedUntil" IS NULL OR l."lapsedUntil" > ${moment}) ${here} ${later}
      ORDER BY l."foldedName", l."personId" LIMIT ${most + 1}
    ) page
    JOIN "Person" p ON p."id" = page."personId"
    LEFT JOIN "Team" team ON team."id" = page."teamId"
    LEFT JOIN "Region" region ON region."id" = team."regionId"
    ORDER BY page."foldedName", page."personId"`;
  const shown = found.slice(0, most);
  const last = shown.at(-1);
  const next = last && found.length > most ? { name: last.foldedName, personId: last.personId } : null;
  const states = await certificationStates([...new Set(shown.map(({ personId }) => personId))], asOf);
  return { stopped: withDuties(shown, dutyStates(states)), next };
}

/** Of people whose duties are known already. */
export function stoppedAmong(members: readonly Member[], duties: readonly PersonDuty[]): StoppedPerson[] {
  return withDuties(members, duties);
}

function withDuties(people: readonly Found[], duties: readonly PersonDuty[]): StoppedPerson[] {
  const of = new Map<string, PersonDuty[]>();
  for (const duty of duties)
    if (duty.state === "lapsed") of.set(duty.personId, [...(of.get(duty.personId) ?? []), duty]);
  return people.flatMap(({ personId, name, employeeNumber, teamName, regionName }) => {
    const own = of.get(personId);
    return own ? [{ personId, name, employeeNumber, teamName, regionName, duties: own }] : [];
  });
}
