/** What timelines are worked out from, as known now. */
import type { AwardEventFact, AwardFact } from "~/features/certifications/certification-rules";
import { readDefinition } from "~/features/certifications/certification-definition";
import { readEquivalents } from "~/features/certifications/equivalents";
import { db, sql, type Prisma } from "~/platform/db/client.server";
import { utc } from "../record-csv";
import { among, readRows } from "./json-rows.server";
import type { CoverageRules, PersonFacts, RequirementFact } from "./coverage-timeline";

export async function coverageRules(known: Date): Promise<CoverageRules> {
  const [rows, certifications] = await Promise.all([
    /* What has no rules in force yet is asked of nobody. */
    db.requirement.findMany({
      where: {
        certification: { currentRevisionId: { not: null } },
        recordedAt: { lte: known },
        OR: [{ supersededAt: null }, { supersededAt: { gt: known } }],
      },
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
  const alike = new Map<string, (typeof rows)[number][]>();
  for (const row of rows)
    listIn(
      alike,
      JSON.stringify([row.jobRoleId, row.certificationId, row.dueDays, row.heldFrom, row.heldUntil]),
    ).push(row);
  const requirements = new Map<string, RequirementFact[]>();
  for (const same of alike.values()) {
    const { jobRoleId, certificationId, dueDays, heldFrom, heldUntil } = same[0]!;
    listIn(requirements, jobRoleId).push({
      accountabilityIds: same.map(({ accountabilityId }) => accountabilityId),
      certificationId,
      dueDays,
      from: heldFrom.getTime(),
      until: heldUntil?.getTime() ?? Infinity,
    });
  }
  const equivalents = new Map(certifications.map(({ id, equivalents: text }) => [id, readEquivalents(text)]));
  return { requirements, equivalents };
}

/** @returns also those of whom nothing is known: they count for nothing */
export async function coverageFacts(personIds: readonly string[], known: Date): Promise<PersonFacts[]> {
  const these = among(personIds);
  const current = (row: Prisma.Sql) =>
    sql`${row}."recordedAt" <= ${known} AND (${row}."supersededAt" IS NULL OR ${row}."supersededAt" > ${known})`;
  const [people, held, absences, asked, awards, events] = await Promise.all([
    readRows<[string, string]>(sql`p."id", p."foldedName"`, sql`"Person" p WHERE p."id" ${these}`),
    readRows<[string, string, string, string | null, string, string | null]>(
      sql`h."personId", h."kind", COALESCE(h."jobRoleId", h."teamId"), team."regionId", h."heldFrom", h."heldUntil"`,
      sql`"Assignment" h LEFT JOIN "Team" team ON team."id" = h."teamId"
        WHERE h."personId" ${these} AND h."kind" IN ('job-role', 'team-member') AND ${current(sql`h`)}`,
    ),
    readRows<[string, string, string | null]>(
      sql`gone."personId", gone."heldFrom", gone."heldUntil"`,
      sql`"Absence" gone WHERE gone."personId" ${these} AND ${current(sql`gone`)}`,
    ),
    readRows<[string, string, string, string | null, string | null, string | null]>(
      sql`cy."personId", cy."certificationId", cy."openedAt", cy."dueAt", done."at", a."validFrom"`,
      sql`"Cycle" cy LEFT JOIN "CycleEnd" done ON done."cycleId" = cy."id" AND done."at" <= ${known}
        LEFT JOIN "Award" a ON a."cycleId" = cy."id" AND a."recordedAt" <= ${known}
        WHERE cy."personId" ${these} AND cy."cause" = 'assigned' AND cy."recordedAt" <= ${known}`,
    ),
    readRows<[string, string, string, string, string, string | null, string]>(
      sql`a."personId", a."certificationId", a."id", a."revisionId", a."validFrom", a."validUntil", a."recordedAt"`,
      sql`"Award" a WHERE a."personId" ${these} AND a."recordedAt" <= ${known}`,
    ),
    readRows<[string, number, string, string, string, string | null, string | null]>(
      sql`e."awardId", e."number", e."kind", e."effectiveAt", e."recordedAt", e."validFrom", e."validUntil"`,
      sql`"Award" a JOIN "AwardEvent" e ON e."awardId" = a."id"
        WHERE a."personId" ${these} AND e."recordedAt" <= ${known}`,
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
    people.map(([personId, foldedName]) => [
      personId,
      {
        personId,
        foldedName,
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
