/**
 * What timelines are worked out from, as known now. One JSON text a table and batch: Prisma's client takes ten times as
 * long for rows and columns.
 */
import { z } from "zod";
import type { AwardEventFact, AwardFact } from "~/features/certifications/certification-rules";
import { readDefinition } from "~/features/certifications/certification-definition";
import { db, provider, sql, sqlList, type Prisma } from "~/platform/db/client.server";
import { utc } from "../record-csv";
import type { CoverageRules, PersonFacts, RequirementFact } from "./coverage-timeline";

const ids = z.array(z.string());

export async function coverageRules(known: Date): Promise<CoverageRules> {
  const [rows, certifications] = await Promise.all([
    db.requirement.findMany({
      where: { recordedAt: { lte: known }, OR: [{ supersededAt: null }, { supersededAt: { gt: known } }] },
      select: {
        jobRoleId: true,
        accountabilityId: true,
        certificationId: true,
        dueDays: true,
        heldFrom: true,
        heldUntil: true,
      },
    }),
    db.certification.findMany({
      where: { equivalents: { not: "[]" } },
      select: { id: true, equivalents: true },
    }),
  ]);
  const requirements = new Map<string, RequirementFact[]>();
  for (const { jobRoleId, heldFrom, heldUntil, ...row } of rows)
    listIn(requirements, jobRoleId).push({
      ...row,
      from: heldFrom.getTime(),
      until: heldUntil?.getTime() ?? Infinity,
    });
  const equivalents = new Map(
    certifications.map(({ id, equivalents: text }) => [id, ids.parse(JSON.parse(text))]),
  );
  return { requirements, equivalents };
}

/** @returns also those of whom nothing is known: they count for nothing */
export async function coverageFacts(personIds: readonly string[], known: Date): Promise<PersonFacts[]> {
  const among = sql`IN (${sqlList([...personIds])})`;
  const current = (row: Prisma.Sql) =>
    sql`${row}."recordedAt" <= ${known} AND (${row}."supersededAt" IS NULL OR ${row}."supersededAt" > ${known})`;
  const [people, held, absences, asked, awards, events] = await Promise.all([
    read<[string, string]>(sql`p."id", p."name"`, sql`"Person" p WHERE p."id" ${among}`),
    read<[string, string, string, string | null, string, string | null]>(
      sql`h."personId", h."kind", COALESCE(h."jobRoleId", h."teamId"), team."regionId", h."heldFrom", h."heldUntil"`,
      sql`"Assignment" h LEFT JOIN "Team" team ON team."id" = h."teamId"
        WHERE h."personId" ${among} AND h."kind" IN ('job-role', 'team-member') AND ${current(sql`h`)}`,
    ),
    read<[string, string, string | null]>(
      sql`gone."personId", gone."heldFrom", gone."heldUntil"`,
      sql`"Absence" gone WHERE gone."personId" ${among} AND ${current(sql`gone`)}`,
    ),
    read<[string, string, string, string | null, string | null, string | null]>(
      sql`cy."personId", cy."certificationId", cy."openedAt", cy."dueAt", done."at", a."validFrom"`,
      sql`"Cycle" cy LEFT JOIN "CycleEnd" done ON done."cycleId" = cy."id" AND done."at" <= ${known}
        LEFT JOIN "Award" a ON a."cycleId" = cy."id" AND a."recordedAt" <= ${known}
        WHERE cy."personId" ${among} AND cy."cause" = 'assigned' AND cy."recordedAt" <= ${known}`,
    ),
    read<[string, string, string, string, string, string | null, string]>(
      sql`a."personId", a."certificationId", a."id", a."revisionId", a."validFrom", a."validUntil", a."recordedAt"`,
      sql`"Award" a WHERE a."personId" ${among} AND a."recordedAt" <= ${known}`,
    ),
    read<[string, number, string, string, string, string | null, string | null]>(
      sql`e."awardId", e."number", e."kind", e."effectiveAt", e."recordedAt", e."validFrom", e."validUntil"`,
      sql`"Award" a JOIN "AwardEvent" e ON e."awardId" = a."id"
        WHERE a."personId" ${among} AND e."recordedAt" <= ${known}`,
    ),
  ]);
  const validity = await validityOf(new Set(awards.map(([, , , revisionId]) => revisionId)));
  const eventsOf = new Map<string, AwardEventFact[]>();
  for (const [awardId, number, kind, effectiveAt, recordedAt, validFrom, validUntil] of events)
    listIn(eventsOf, awardId).push({
      number,
      kind,
      effectiveAt: dateOf(effectiveAt),
      recordedAt: dateOf(recordedAt),
      validFrom: validFrom === null ? null : dateOf(validFrom),
      validUntil: validUntil === null ? null : dateOf(validUntil),
    });

  const facts = new Map(
    people.map(([personId, name]) => [
      personId,
      {
        personId,
        name,
        teams: [] as PersonFacts["teams"][number][],
        jobRoles: [] as PersonFacts["jobRoles"][number][],
        absences: [] as PersonFacts["absences"][number][],
        asked: [] as PersonFacts["asked"][number][],
        awards: new Map<string, AwardFact[]>(),
      },
    ]),
  );
  for (const [personId, kind, id, regionId, from, until] of held) {
    const interval = { from: instant(from), until: end(until) };
    const person = facts.get(personId);
    if (kind === "job-role") person?.jobRoles.push({ ...interval, jobRoleId: id });
    else person?.teams.push({ ...interval, teamId: id, regionId: regionId ?? "" });
  }
  for (const [personId, from, until] of absences)
    facts.get(personId)?.absences.push({ from: instant(from), until: end(until) });
  for (const [personId, certificationId, opened, due, done, awarded] of asked)
    facts.get(personId)?.asked.push({
      certificationId,
      from: instant(opened),
      until: Math.min(end(done), end(awarded)),
      dueAt: due === null ? null : instant(due),
    });
  for (const [personId, certificationId, id, revisionId, from, until, recordedAt] of awards) {
    const person = facts.get(personId);
    if (!person) continue;
    listIn(person.awards, certificationId).push({
      id,
      validFrom: dateOf(from),
      validUntil: until === null ? null : dateOf(until),
      recordedAt: dateOf(recordedAt),
      events: eventsOf.get(id) ?? [],
      ...validity.get(revisionId)!,
    });
  }
  return [...facts.values()];
}

type Validity = Pick<AwardFact, "renewalWindowDays" | "graceDays">;

/** Revisions never change. */
const known = new Map<string, Validity>();

async function validityOf(revisionIds: ReadonlySet<string>): Promise<ReadonlyMap<string, Validity>> {
  const missing = [...revisionIds].filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const rows = await db.certificationRevision.findMany({
    where: { id: { in: missing } },
    select: { id: true, definition: true },
  });
  for (const { id, definition } of rows) {
    const { renewalWindowDays, graceDays = 0 } = readDefinition(id, definition);
    known.set(id, { renewalWindowDays, graceDays });
  }
  return known;
}

async function read<Row>(columns: Prisma.Sql, from: Prisma.Sql): Promise<Row[]> {
  const [result] = await db.$queryRaw<{ rows: string | null }[]>(
    provider === "sqlite"
      ? sql`SELECT json_group_array(json_array(${columns})) AS "rows" FROM ${from}`
      : sql`SELECT CAST(json_agg(json_build_array(${columns})) AS TEXT) AS "rows" FROM ${from}`,
  );
  return JSON.parse(result?.rows ?? "[]") as Row[];
}

function instant(text: string): number {
  return Date.parse(utc(text));
}

function end(text: string | null): number {
  return text === null ? Infinity : instant(text);
}

function dateOf(text: string): Date {
  return new Date(instant(text));
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}
