/** Filters as SQL over "EvidenceRecord" r. Each is an equality on an indexed column that ends in (occurredAt, id). */
import { endOfDay, startOfDay } from "~/features/people/calendar";
import { sql, sqlList, type Prisma } from "~/platform/db/client.server";
import type { Cursor, FilterName, RecordFilters, RecordOrder } from "./record-filters";

const COLUMNS: Readonly<Partial<Record<FilterName, Prisma.Sql>>> = {
  team: sql`r."teamId"`,
  region: sql`r."regionId"`,
  role: sql`r."jobRoleId"`,
  course: sql`r."courseId"`,
  certification: sql`r."certificationId"`,
  standard: sql`r."standard"`,
  kind: sql`r."kind"`,
  outcome: sql`r."outcome"`,
};

/**
 * "few": begin with the people or clauses named and sort what is theirs. "many": walk the records in order and look each
 * up, so that a page costs what it shows and an export visits every record once, not once a batch.
 */
export type Expected = "few" | "many";

/** `timeZone` is the reader's: their days are not everyone's. */
export function recordsWhere(filters: RecordFilters, timeZone: string, expected: Expected): Prisma.Sql {
  const conditions = Object.entries(COLUMNS).flatMap(([name, column]) => {
    const value = filters[name as FilterName];
    return value ? [sql`${column} = ${value}`] : [];
  });
  const few = expected === "few";
  if (filters.person) {
    const named = personNamed(filters.person);
    const people = sql`SELECT p."id" FROM "Person" p WHERE ${named}`;
    conditions.push(
      few ? sql`r."personId" IN (${people})` : sql`EXISTS (${people} AND p."id" = r."personId")`,
    );
  }
  if (filters.clause) {
    const under = sql`SELECT ec."recordId" FROM "EvidenceClause" ec WHERE ec."clause" IN (${clausesIn(filters.clause)})`;
    conditions.push(few ? sql`r."id" IN (${under})` : sql`EXISTS (${under} AND ec."recordId" = r."id")`);
  }
  if (filters.from) conditions.push(sql`r."occurredAt" >= ${startOfDay(filters.from, timeZone)}`);
  if (filters.to) conditions.push(sql`r."occurredAt" < ${endOfDay(filters.to, timeZone)}`);
  return conditions.length > 0 ? sqlList(conditions, " AND ") : sql`1 = 1`;
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

/**
 * PostgreSQL tells cases apart, so it compares in lower case. SQLite folds those of ASCII only, by itself: there "özil"
 * finds "Özil" in capitals, and "Günter Özil" as typed.
 */
function personNamed(typed: string): Prisma.Sql {
  const lower = pattern(typed.toLowerCase());
  const spellings = [typed, typed.toLowerCase(), typed.toUpperCase()].map(
    (spelling) => sql`p."name" LIKE ${pattern(spelling)} ESCAPE '\\'`,
  );
  const folded = [sql`p."name"`, sql`p."email"`, sql`p."employeeNumber"`].map(
    (column) => sql`LOWER(${column}) LIKE ${lower} ESCAPE '\\'`,
  );
  return sql`(${sqlList([sql`p."id" = ${typed}`, ...spellings, ...folded], " OR ")})`;
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
