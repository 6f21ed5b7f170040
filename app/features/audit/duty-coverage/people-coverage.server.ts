/** Coverage of people whom one page can hold, straight from the rules: exact for both dates. */
import { certificationStates } from "~/features/certifications/certification-states.server";
import type { AsOf } from "~/features/certifications/certification-rules";
import type { CertificationState } from "~/features/certifications/certification-states.server";
import { byFoldedName, foldName } from "~/features/people/fold-name";
import type { CoverageAnswer, DutySum, HeatRow } from "./coverage-answer";
import type { CoverageQuestion } from "./coverage-question";
import type { Member } from "./coverage-scope.server";
import { countDuties, type DutyState, dutyStates, type PersonDuty } from "./duty-states";
import { type ByName, STOPPED_PAGE, stoppedAmong } from "./work-to-stop.server";

export const ROWS = 25;

export interface PeopleCoverage {
  readonly members: readonly Member[];
  readonly states: readonly CertificationState[];
  readonly duties: readonly PersonDuty[];
}

export async function peopleCoverage(members: readonly Member[], asOf: AsOf): Promise<PeopleCoverage> {
  const ids = [...new Set(members.map(({ personId }) => personId))];
  const states = await certificationStates(ids, asOf);
  return { members, states, duties: dutyStates(states) };
}

/** @param by what a line of the heat map is */
export function peopleAnswer(
  { members, states, duties }: PeopleCoverage,
  { cursor, rowsAfter }: Pick<CoverageQuestion, "cursor" | "rowsAfter">,
  by: "person" | "team",
): CoverageAnswer {
  const rows = by === "person" ? personRows(members, duties) : teamRows(members, duties);
  const stopped = stoppedAmong(members, duties).sort((a, b) => byFoldedName(named(a), named(b)));
  const later = stopped.filter((person) => !cursor || byFoldedName(named(person), named(cursor)) > 0);
  const shown = later.slice(0, STOPPED_PAGE);
  return {
    duties: dutySums(states, duties),
    ...pageOfRows(rows, rowsAfter),
    stopped: shown,
    nextStopped: later.length > shown.length ? placeOf(shown.at(-1)!) : null,
    behind: null,
  };
}

export function pageOfRows(rows: readonly HeatRow[], after: CoverageQuestion["rowsAfter"]) {
  const later = after
    ? rows.filter(({ name, place }) => byFoldedName({ name, id: place.id }, after) > 0)
    : rows;
  const shown = later.slice(0, ROWS);
  const last = shown.at(-1);
  return {
    rows: shown,
    nextRow: last && later.length > ROWS ? { id: last.place.id, name: last.name } : null,
  };
}

function personRows(members: readonly Member[], duties: readonly PersonDuty[]): HeatRow[] {
  const cells = new Map<string, Record<string, DutyState>>();
  for (const { personId, accountabilityId, state } of duties)
    cells.set(personId, { ...cells.get(personId), [accountabilityId]: state });
  return byName(
    members.map(({ personId: id, name }) => ({
      place: { kind: "person", id },
      name,
      cells: cells.get(id) ?? {},
    })),
  );
}

function teamRows(members: readonly Member[], duties: readonly PersonDuty[]): HeatRow[] {
  const of = new Map<string, PersonDuty[]>();
  for (const duty of duties) of.set(duty.personId, [...(of.get(duty.personId) ?? []), duty]);
  const teams = new Map<string, { name: string; duties: PersonDuty[] }>();
  for (const { teamId, teamName, personId } of members) {
    if (!teamId) continue;
    const team = teams.get(teamId) ?? { name: teamName!, duties: [] };
    team.duties.push(...(of.get(personId) ?? []));
    teams.set(teamId, team);
  }
  return byName(
    [...teams].map(([id, team]) => ({
      place: { kind: "team", id },
      name: team.name,
      cells: Object.fromEntries(countDuties(team.duties)),
    })),
  );
}

function byName(rows: readonly HeatRow[]): HeatRow[] {
  return [...rows].sort((a, b) =>
    byFoldedName({ name: a.name, id: a.place.id }, { name: b.name, id: b.place.id }),
  );
}

function dutySums(states: readonly CertificationState[], duties: readonly PersonDuty[]): DutySum[] {
  const counts = countDuties(duties);
  const sums = new Map<string, DutySum>();
  for (const { obligations } of states)
    for (const { accountabilityId: id, accountabilityTitle, jobRoleId, jobRoleName } of obligations) {
      if (id === null || sums.has(id)) continue;
      const told = { title: accountabilityTitle!, jobRoleId: jobRoleId!, jobRole: jobRoleName! };
      sums.set(id, { accountabilityId: id, ...told, ...counts.get(id)! });
    }
  return [...sums.values()];
}

function named({ name, personId }: ByName) {
  return { name, id: personId };
}

function placeOf({ name, personId }: ByName): ByName {
  return { name: foldName(name), personId };
}
