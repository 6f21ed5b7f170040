/**
 * The rows that standings are worked out from, for one person or for a team: two queries however many people.
 * Prisma would make one query a table, and the home page alone would spend its budget here.
 */
import { employed, inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { db, type Prisma, sql, sqlList, type Tx } from "~/platform/db/client.server";
import type { AsOf, AwardEventFact, AwardFact, ObligationFact } from "./certification-rules";
import { readDefinition } from "./certification-definition";

/** Whose rows: these people, and the members of these teams today. */
export interface Scope {
  readonly personIds?: readonly string[];
  readonly teamIds?: readonly string[];
}

export interface Obligation extends ObligationFact {
  readonly personId: string;
  readonly personName: string;
  /** Of the requirement, or of the cycle that somebody asked for. */
  readonly requirementId: string;
  readonly certificationId: string;
  readonly certificationTitle: string;
  /** Null where somebody asked for it: then there is who. */
  readonly accountabilityId: string | null;
  readonly accountabilityTitle: string | null;
  readonly jobRoleId: string | null;
  readonly jobRoleName: string | null;
  readonly assignedByName: string | null;
  readonly clause: string | null;
  readonly why: string;
  readonly revisionId: string;
  /** Ids of certifications of which any counts too, as a JSON list. */
  readonly equivalents: string;
  /** Only for the person asked for: it is long, and a team has many rows. */
  readonly definition: string | null;
}

export interface Award extends AwardFact {
  readonly personId: string;
  readonly certificationId: string;
  readonly title: string;
  readonly edition: string;
  readonly number: number;
  readonly code: string;
}

const MOST_PARAMETERS = 1_000;

/** A certification whose first rules are not in force yet asks nothing of anybody. */
export async function findObligations(
  scope: Scope,
  asOf: AsOf,
  definitionsFor: string | null = null,
  reader: typeof db | Tx = db,
): Promise<Obligation[]> {
  const mine = (person: Prisma.Sql) =>
    definitionsFor === null ? sql`1 = 0` : sql`${person} = ${definitionsFor}`;
  return inBatches(scope, (part) => {
    /* The first part says what type a column is, also of one that has nothing in it there: SQLite knows no other way. */
    return reader.$queryRaw<Obligation[]>`
      SELECT held."personId", p."name" AS "personName", q."id" AS "requirementId",
             q."certificationId" AS "certificationId", c."title" AS "certificationTitle", q."accountabilityId",
             duty."title" AS "accountabilityTitle", role."id" AS "jobRoleId", role."name" AS "jobRoleName",
             q."clause", q."why", q."dueDays", NULL AS "assignedByName", held."heldFrom",
             q."heldFrom" AS "requiredFrom", (SELECT "dueAt" FROM "Cycle" WHERE 1 = 0) AS "dueAt",
             c."currentRevisionId" AS "revisionId", c."equivalents",
             CASE WHEN ${mine(sql`held."personId"`)} THEN r."definition" END AS "definition",
             duty."jobRoleId" AS "order1", duty."position" AS "order2"
      FROM "Assignment" held
      JOIN "Person" p ON p."id" = held."personId"
      JOIN "JobRole" role ON role."id" = held."jobRoleId"
      JOIN "Requirement" q ON q."jobRoleId" = held."jobRoleId"
      JOIN "Accountability" duty ON duty."id" = q."accountabilityId"
      JOIN "Certification" c ON c."id" = q."certificationId"
      JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
      WHERE held."kind" = 'job-role' AND ${among(sql`held."personId"`, part)}
        AND ${inForce(sql`held`, asOf)} AND ${inForce(sql`q`, asOf)}
        AND ${employed(asOf)}
      UNION ALL
      SELECT cy."personId", p."name", cy."id", cy."certificationId", c."title", NULL, NULL, NULL, NULL, NULL,
             COALESCE(cy."reason", ''), 0, boss."name", cy."openedAt", cy."openedAt", cy."dueAt",
             c."currentRevisionId", c."equivalents", CASE WHEN ${mine(sql`cy."personId"`)} THEN r."definition" END, '~', 0
      FROM "Cycle" cy
      JOIN "Person" p ON p."id" = cy."personId"
      JOIN "Certification" c ON c."id" = cy."certificationId"
      LEFT JOIN "Person" boss ON boss."id" = cy."assignedById"
      JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
      WHERE ${among(sql`cy."personId"`, part)} AND ${askedFor(asOf)} AND ${employed(asOf)}
      ORDER BY "certificationTitle", "certificationId", "order1", "order2", "requirementId"`;
  });
}

interface AwardRow {
  id: string;
  personId: string;
  certificationId: string;
  title: string;
  revisionId: string;
  definition: string;
  number: number;
  code: string;
  validFrom: Date;
  validUntil: Date | null;
  recordedAt: Date;
  eventNumber: number | null;
  kind: string;
  effectiveAt: Date;
  eventRecordedAt: Date;
  eventValidFrom: Date | null;
  eventValidUntil: Date | null;
}

export async function findAwards(
  scope: Scope,
  known: Date,
  certificationId?: string,
  reader: typeof db | Tx = db,
): Promise<Award[]> {
  const rows = await inBatches(scope, (part) => {
    const which = certificationId ? sql`AND a."certificationId" = ${certificationId}` : sql``;
    return reader.$queryRaw<AwardRow[]>`
      SELECT a."id", a."personId", a."certificationId", c."title", a."revisionId", r."definition", cy."number",
             a."code", a."validFrom", a."validUntil", a."recordedAt", e."number" AS "eventNumber", e."kind",
             e."effectiveAt", e."recordedAt" AS "eventRecordedAt", e."validFrom" AS "eventValidFrom",
             e."validUntil" AS "eventValidUntil"
      FROM "Award" a
      JOIN "Cycle" cy ON cy."id" = a."cycleId"
      JOIN "Certification" c ON c."id" = a."certificationId"
      JOIN "CertificationRevision" r ON r."id" = a."revisionId"
      LEFT JOIN "AwardEvent" e ON e."awardId" = a."id" AND e."recordedAt" <= ${known}
      WHERE ${among(sql`a."personId"`, part)} AND a."recordedAt" <= ${known} ${which}
      ORDER BY a."validFrom", a."id", e."number"`;
  });
  const awards = new Map<string, Award & { events: AwardEventFact[] }>();
  for (const row of rows) {
    let award = awards.get(row.id);
    if (!award) awards.set(row.id, (award = awardOf(row)));
    if (row.eventNumber !== null)
      award.events.push({
        number: row.eventNumber,
        kind: row.kind,
        effectiveAt: row.effectiveAt,
        recordedAt: row.eventRecordedAt,
        validFrom: row.eventValidFrom,
        validUntil: row.eventValidUntil,
      });
  }
  return [...awards.values()];
}

function awardOf(row: AwardRow): Award & { events: AwardEventFact[] } {
  const { id, personId, certificationId, number, code, validFrom, validUntil, recordedAt } = row;
  const { title, edition, renewalWindowDays, graceDays = 0 } = readDefinition(row.revisionId, row.definition);
  const own = { id, personId, certificationId, number, code, validFrom, validUntil, recordedAt };
  return { ...own, title, edition, renewalWindowDays, graceDays, events: [] };
}

/** Cycle cy was asked for by somebody, and had come to no award and no other end. */
function askedFor({ effective, known }: AsOf): Prisma.Sql {
  return sql`cy."cause" = 'assigned' AND cy."openedAt" <= ${effective} AND cy."recordedAt" <= ${known}
    AND NOT EXISTS (SELECT 1 FROM "CycleEnd" done WHERE done."cycleId" = cy."id"
      AND done."at" <= ${effective} AND done."at" <= ${known})
    AND NOT EXISTS (SELECT 1 FROM "Award" a WHERE a."cycleId" = cy."id"
      AND a."validFrom" <= ${effective} AND a."recordedAt" <= ${known})`;
}

function among(column: Prisma.Sql, { personIds = [], teamIds = [] }: Scope): Prisma.Sql {
  const people = personIds.length > 0 ? sql`${column} IN (${sqlList([...personIds])})` : sql`1 = 0`;
  if (teamIds.length === 0) return people;
  const today = { effective: now(), known: now() };
  return sql`(${people} OR ${column} IN (
    SELECT member."personId" FROM "Assignment" member
    WHERE member."kind" = 'team-member' AND member."teamId" IN (${sqlList([...teamIds])}) AND ${inForce(sql`member`, today)}))`;
}

/** Databases take a limited number of parameters in one statement. */
async function inBatches<Row>(scope: Scope, run: (part: Scope) => Promise<Row[]>): Promise<Row[]> {
  const { personIds = [], teamIds = [] } = scope;
  if (personIds.length + teamIds.length === 0) return [];
  const rows: Row[] = [];
  for (let start = 0; start === 0 || start < personIds.length; start += MOST_PARAMETERS) {
    const part = personIds.slice(start, start + MOST_PARAMETERS);
    rows.push(...(await run({ personIds: part, teamIds: start === 0 ? teamIds : [] })));
  }
  return rows;
}
