/** Filters as SQL over "EvidenceRecord" r. Most are an equality on a column whose index goes on with (occurredAt, id). */
import { endOfDay, startOfDay } from "~/features/people/calendar";
import { foldName } from "~/features/people/fold-name";
import { sql, sqlList, type Prisma } from "~/platform/db/client.server";
import type { Cursor, FilterName, RecordFilters, RecordOrder } from "./record-filters";

const COLUMNS: Readonly<Partial<Record<FilterName, Prisma.Sql>>> = {
  team: sql`r."teamId"`,
  region: sql`r."regionId"`,
  role: sql`r."jobRoleId"`,
  course: sql`r."courseId"`,
  test: sql`r."assessmentId"`,
  certification: sql`r."certificationId"`,
  kind: sql`r."kind"`,
  outcome: sql`r."outcome"`,
};

/**
 * "few": begin with the people, clauses or standard named and sort what is theirs. "many": walk the records in order and look each
 * up, so that a page costs what it shows and an export visits every record once, not once a batch.
 */
export type Expected = "few" | "many";

/** `timeZone` is the reader's: their days are not everyone's. */
export function recordsWhere(filters: RecordFilters, timeZone: string, expected: Expected): Prisma.Sql {
  const { person, clause, standard, from, to } = filters;
  const conditions = Object.entries(COLUMNS).flatMap(([name, column]) => {
    const value = filters[name as FilterName];
    return value ? [sql`${column} = ${value}`] : [];
  });
  if (person) conditions.push(ofPerson(person)[expected]);
  if (clause) conditions.push(underClause(clause)[expected]);
  if (standard) conditions.push(underStandard(standard)[expected]);
  if (from) conditions.push(sql`r."occurredAt" >= ${startOfDay(from, timeZone)}`);
  if (to) conditions.push(sql`r."occurredAt" < ${endOfDay(to, timeZone)}`);
  return conditions.length > 0 ? sqlList(conditions, " AND ") : sql`1 = 1`;
}

function ofPerson(typed: string): Record<Expected, Prisma.Sql> {
  const people = sql`SELECT p."id" FROM "Person" p WHERE ${personNamed(typed)}`;
  return { few: sql`r."personId" IN (${people})`, many: sql`EXISTS (${people} AND p."id" = r."personId")` };
}

function underClause(clause: string): Record<Expected, Prisma.Sql> {
  const records = sql`SELECT ec."recordId" FROM "EvidenceClause" ec WHERE ec."clause" IN (${clausesIn(clause)})`;
  return { few: sql`r."id" IN (${records})`, many: sql`EXISTS (${records} AND ec."recordId" = r."id")` };
}

/** A record can name a standard, or a clause of it only. */
function underStandard(standard: string): Record<Expected, Prisma.Sql> {
  const own = sql`SELECT own."id" FROM "EvidenceRecord" own WHERE own."standard" = ${standard}`;
  const byClause = sql`SELECT ec."recordId" FROM "EvidenceClause" ec JOIN "Clause" c ON c."key" = ec."clause"
    WHERE c."standardId" = ${standard}`;
  return {
    few: sql`r."id" IN (${own} UNION ${byClause})`,
    many: sql`(r."standard" = ${standard} OR EXISTS (${byClause} AND ec."recordId" = r."id"))`,
  };
}

export function recordsOrder(order: RecordOrder): Prisma.Sql {
  return order === "newest" ? sql`r."occurredAt" DESC, r."id" DESC` : sql`r."occurredAt", r."id"`;
}

/** Rows that come later than `place` in that order. */
export function laterThan(place: Pick<Cursor, "occurredAt" | "id">, order: RecordOrder): Prisma.Sql {
  const { occurredAt, id } = place;
  return order === "newest"
    ? sql`(r."occurredAt", r."id") < (${occurredAt}, ${id})`
    : sql`(r."occurredAt", r."id") > (${occurredAt}, ${id})`;
}

/** Every word is in the name, the address or the number, whichever way round they were typed. */
function personNamed(typed: string): Prisma.Sql {
  const words = typed.split(/\s+/).map((word) => {
    const lower = pattern(word.toLowerCase());
    return sql`(p."foldedName" LIKE ${pattern(foldName(word))} ESCAPE '\\'
      OR LOWER(p."email") LIKE ${lower} ESCAPE '\\' OR LOWER(p."employeeNumber") LIKE ${lower} ESCAPE '\\')`;
  });
  return sql`(p."id" = ${typed} OR (${sqlList(words, " AND ")}))`;
}

/** A clause covers those below it: 7 covers 7.2. */
function clausesIn(clause: string): Prisma.Sql {
  return sql`SELECT CAST(${clause} AS TEXT)
    UNION ALL SELECT c."key" FROM "Clause" c WHERE c."key" LIKE ${`${escaped(clause)}.%`} ESCAPE '\\'`;
}

function pattern(typed: string): string {
  return `%${escaped(typed)}%`;
}

function escaped(typed: string): string {
  return typed.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
