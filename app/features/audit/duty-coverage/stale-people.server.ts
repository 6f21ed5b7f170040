/** Who has to be counted anew, from what triggers wrote when something changed. */
import { db, sql, sqlList, transaction, type Prisma } from "~/platform/db/client.server";
import { readRows } from "./json-rows.server";

const MOST_ROWS = 5_000;

export interface StalePeople {
  readonly personIds: readonly string[];
  /** The rows that said so: done once they are counted. */
  readonly rowIds: readonly number[];
}

/**
 * Rows are read before what they speak of, and deleted by id: what changes in between has a row of its own.
 * @param most how many people
 */
export async function stalePeople(most: number): Promise<StalePeople> {
  for (;;) {
    const read = await readRows<[number, string, string]>(
      sql`s."id", s."kind", s."subjectId"`,
      sql`(SELECT "id", "kind", "subjectId" FROM "CoverageStale" ORDER BY "id" LIMIT ${MOST_ROWS}) s`,
    );
    const rows = read.map(([id, kind, subjectId]) => ({ id, kind, subjectId }));
    const many = rows.filter(({ kind }) => kind !== "person");
    if (many.length === 0) {
      const personIds = new Set<string>();
      const rowIds: number[] = [];
      for (const { id, subjectId } of rows) {
        if (!personIds.has(subjectId) && personIds.size === most) continue;
        personIds.add(subjectId);
        rowIds.push(id);
      }
      return { personIds: [...personIds], rowIds };
    }
    await spreadOut(many);
  }
}

/** Whoever was counted between a migration and `foldNames`: their name was not folded yet. */
export async function countUnnamedAnew(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "CoverageStale" ("kind", "subjectId")
    SELECT DISTINCT 'person', l."personId" FROM "CoverageLapse" l WHERE l."foldedName" = ''`;
}

/** A job role or a team stands for many people: each gets a row, so that they are counted in batches. */
async function spreadOut(rows: readonly { id: number; kind: string; subjectId: string }[]): Promise<void> {
  const of = (kind: string) => {
    const subjects = new Set(rows.filter((row) => row.kind === kind).map(({ subjectId }) => subjectId));
    return sql`IN (${subjects.size > 0 ? sqlList([...subjects]) : sql`NULL`})`;
  };
  const holders = (jobRoles: Prisma.Sql) =>
    sql`SELECT h."personId" FROM "Assignment" h WHERE h."supersededAt" IS NULL AND h."jobRoleId" ${jobRoles}`;
  await transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "CoverageStale" ("kind", "subjectId")
      SELECT 'person', "personId" FROM (
        ${holders(of("job-role"))}
        UNION ${holders(sql`IN (
          SELECT q."jobRoleId" FROM "Requirement" q WHERE q."certificationId" ${of("certification")})`)}
        UNION SELECT cy."personId" FROM "Cycle" cy
          WHERE cy."cause" = 'assigned' AND cy."certificationId" ${of("certification")}
        UNION SELECT h."personId" FROM "Assignment" h WHERE h."supersededAt" IS NULL AND h."teamId" ${of("team")}
        UNION SELECT a."personId" FROM "Award" a WHERE a."id" ${of("award")}
        UNION SELECT cy."personId" FROM "Cycle" cy WHERE cy."id" ${of("cycle")}
      ) concerned`;
    await tx.coverageStale.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  });
}
