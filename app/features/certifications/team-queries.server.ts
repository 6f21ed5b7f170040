/** What the people of a manager's teams can be relied on for. */
import { z } from "zod";
import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { db, sql, sqlList } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { statesIn, type CertificationState } from "./certification-states.server";
import { coverageOf } from "./coverage";
import { owedFrom } from "./home-queries.server";
import { dateOf } from "./owed";
import { dutyWords } from "./duty-words";
import { stepProofs } from "./step-proofs.server";
import { timelineOf } from "./award-timeline";

const PAGE = 50;

interface MemberRow {
  teamId: string;
  teamName: string;
  personId: string | null;
  name: string | null;
  foldedName: string | null;
}

/** @throws NotFound for someone who manages no team, or not this one */
export async function teamPage(actor: Actor, filter: { teamId?: string | null; after?: string | null }) {
  const teamIds = teamsOf(actor, filter.teamId);
  const [members, states] = await Promise.all([findMembers(actor.managedTeamIds), statesIn({ teamIds })]);
  const teams = [
    ...new Map(members.map(({ teamId, teamName }) => [teamId, { id: teamId, name: teamName }])).values(),
  ];
  const people = peopleOf(
    members.filter(({ teamId }) => teamIds.includes(teamId)),
    states,
  );
  const certifications = columnsOf(states);
  return {
    teams,
    teamId: filter.teamId ?? null,
    coverage: coverageOf(states),
    certifications,
    total: people.length,
    ...pageOf(people, filter.after),
  };
}

/** What most people have to stop work for comes first: the last ones are out of sight on most screens. */
function columnsOf(states: readonly CertificationState[]): { id: string; title: string }[] {
  const columns = new Map<string, { id: string; title: string; uncovered: number }>();
  for (const { certificationId: id, certificationTitle: title, obligations, award, uncovered } of states) {
    if (obligations.length === 0 && award?.state !== "valid") continue;
    const column = columns.get(id) ?? { id, title, uncovered: 0 };
    columns.set(id, { ...column, uncovered: column.uncovered + (uncovered ? 1 : 0) });
  }
  return [...columns.values()]
    .sort((a, b) => b.uncovered - a.uncovered || a.title.localeCompare(b.title))
    .map(({ id, title }) => ({ id, title }));
}

export type TeamPerson = ReturnType<typeof peopleOf>[number];

function peopleOf(members: readonly MemberRow[], states: readonly CertificationState[]) {
  const byPerson = new Map<string, CertificationState[]>();
  for (const state of states) byPerson.set(state.personId, [...(byPerson.get(state.personId) ?? []), state]);
  return members
    .flatMap(({ personId, name, foldedName, teamName }) => {
      if (!personId || !name || foldedName === null) return [];
      const own = byPerson.get(personId) ?? [];
      const cells = own.map((state) => ({
        certificationId: state.certificationId,
        status: state.status,
        renewalOpen: state.renewalOpen && state.obligations.length > 0,
        date: dateOf(state),
      }));
      const uncovered = own.filter((state) => state.uncovered).length;
      const open = own.filter(
        ({ status, renewalOpen, obligations }) => obligations.length > 0 && (status === "due" || renewalOpen),
      ).length;
      return [{ personId, name, foldedName, teamName, uncovered, open, cells }];
    })
    .sort(leastCoveredFirst);
}

type Place = { uncovered: number; open: number; foldedName: string; personId: string };

function leastCoveredFirst(a: Place, b: Place): number {
  return (
    b.uncovered - a.uncovered ||
    b.open - a.open ||
    (a.foldedName < b.foldedName ? -1 : a.foldedName > b.foldedName ? 1 : 0) ||
    (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0)
  );
}

const place = z.tuple([z.number(), z.number(), z.string(), z.string()]);

/** The cursor is the place of the last person shown, so that the list goes on there even when it has changed. */
function pageOf<P extends Place>(people: readonly P[], after: string | null | undefined) {
  const cursor = after ? readCursor(after) : null;
  const start = cursor ? people.findIndex((person) => leastCoveredFirst(cursor, person) < 0) : 0;
  const shown = start < 0 ? [] : people.slice(start, start + PAGE);
  const last = shown.at(-1);
  const more = last !== undefined && start + PAGE < people.length;
  const next = more ? JSON.stringify([last.uncovered, last.open, last.foldedName, last.personId]) : null;
  return { people: shown, next };
}

function readCursor(after: string): Place | null {
  try {
    const [uncovered, open, foldedName, personId] = place.parse(JSON.parse(after));
    return { uncovered, open, foldedName, personId };
  } catch {
    return null;
  }
}

/** @throws NotFound when the person is in none of the actor's teams */
export async function teamMemberPage(actor: Actor, personId: string) {
  const member = (await findMembers(teamsOf(actor, null), personId))[0];
  if (!member?.name) throw new NotFound("person");
  const t = now();
  const states = await statesIn({ personIds: [personId] }, { effective: t, known: t }, personId);
  return {
    person: { id: personId, name: member.name, teamName: member.teamName },
    states: states.map((state) => ({
      certificationId: state.certificationId,
      title: state.certificationTitle,
      status: state.status,
      renewal: state.renewalOpen && state.obligations.length > 0,
      date: dateOf(state),
      awardId: state.award?.id ?? null,
      duties: dutyWords(state.obligations),
    })),
    owed: await owedFrom(personId, states, { withReading: false }),
    proofs: await stepProofs(personId),
    timeline: timelineOf(
      states.flatMap(({ awards }) => awards),
      t,
    ),
  };
}

function teamsOf(actor: Actor, teamId: string | null | undefined): readonly string[] {
  if (!may(actor, "manager")) throw new NotFound();
  if (!teamId) return actor.managedTeamIds;
  if (!actor.managedTeamIds.includes(teamId)) throw new NotFound("team");
  return [teamId];
}

/** One row a person and team, and one for a team without people. */
async function findMembers(teamIds: readonly string[], personId?: string): Promise<MemberRow[]> {
  if (teamIds.length === 0) return [];
  const t = now();
  const only = personId === undefined ? sql`` : sql`AND p."id" = ${personId}`;
  return db.$queryRaw<MemberRow[]>`
    SELECT team."id" AS "teamId", team."name" AS "teamName", p."id" AS "personId", p."name", p."foldedName"
    FROM "Team" team
    LEFT JOIN "Assignment" member ON member."teamId" = team."id" AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, { effective: t, known: t })}
    LEFT JOIN "Person" p ON p."id" = member."personId" AND (p."leftAt" IS NULL OR p."leftAt" > ${t})
    WHERE team."id" IN (${sqlList([...teamIds])}) ${only}
    ORDER BY team."name", team."id"`;
}
