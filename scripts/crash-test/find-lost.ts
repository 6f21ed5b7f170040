/** Looks in the database for everything that was acknowledged. */
import { findLostTests } from "../portal/find-lost-tests";
import { readRows } from "../portal/portal-database";
import { keyOf, keysOf, tally, type Tally } from "../portal/tally";
import type { Acknowledged } from "./acknowledged";

export async function findLost(url: string, acknowledged: Acknowledged): Promise<Tally[]> {
  return [
    ...(await findLostTests(url, acknowledged)),
    await checks(url, acknowledged),
    await lessons(url, acknowledged),
    await courses(url, acknowledged),
  ];
}

async function checks(url: string, { checks }: Acknowledged): Promise<Tally> {
  const rows = await readRows(
    url,
    `SELECT a."personId", c."slug", a."checkId", a."chosen" FROM "CheckAnswer" a
     JOIN "Course" c ON c."id" = a."courseId"`,
  );
  const stored = new Map<string, number>();
  for (const { personId, slug, checkId, chosen } of rows) {
    const key = keyOf(personId, slug, checkId, chosen);
    stored.set(key, (stored.get(key) ?? 0) + 1);
  }
  const total = [...checks.values()].reduce((sum, times) => sum + times, 0);
  const found = [...checks].reduce((sum, [key, times]) => sum + Math.min(times, stored.get(key) ?? 0), 0);
  return { what: "answers to knowledge checks", acknowledged: total, found };
}

async function lessons(url: string, { lessons }: Acknowledged): Promise<Tally> {
  const rows = await readRows(
    url,
    `SELECT p."personId", c."slug" AS "course", l."slug" AS "lesson" FROM "LessonProgress" p
     JOIN "Course" c ON c."id" = p."courseId"
     JOIN "RevisionLesson" l ON l."revisionId" = c."currentRevisionId" AND l."snapshotHash" = p."snapshotHash"`,
  );
  const stored = keysOf(rows, "personId", "course", "lesson");
  return tally("lessons read", [...lessons], (key) => stored.has(key));
}

async function courses(url: string, { courses }: Acknowledged): Promise<Tally> {
  const rows = await readRows(
    url,
    `SELECT p."personId", c."slug" FROM "CourseCompletion" p
     JOIN "Course" c ON c."id" = p."courseId"
     JOIN "EvidenceRecord" r ON r."id" = p."id"
     JOIN "LedgerEntry" e ON e."id" = p."id"`,
  );
  const stored = keysOf(rows, "personId", "slug");
  return tally("courses completed, with their evidence", [...courses], (key) => stored.has(key));
}
