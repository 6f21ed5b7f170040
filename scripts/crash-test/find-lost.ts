/** Looks in the database for everything that was acknowledged. */
import { readRows, type Row } from "../portal/portal-database";
import { keyOf, type Acknowledged } from "./acknowledged";

export interface Tally {
  what: string;
  acknowledged: number;
  found: number;
}

export async function findLost(url: string, acknowledged: Acknowledged): Promise<Tally[]> {
  return [
    await answers(url, acknowledged),
    await submissions(url, acknowledged),
    await evidence(url, acknowledged),
    await checks(url, acknowledged),
    await lessons(url, acknowledged),
    await courses(url, acknowledged),
  ];
}

async function answers(url: string, { answers }: Acknowledged): Promise<Tally> {
  const rows = await readRows(url, `SELECT "attemptId", "position", "answer" FROM "AttemptItem"`);
  const stored = new Map(rows.map(({ attemptId, position, answer }) => [keyOf(attemptId, position), answer]));
  const all = [...answers].flatMap(([attemptId, kept]) =>
    [...kept].map(([position, answer]) => ({ key: keyOf(attemptId, position), answer })),
  );
  return tally("answers, the last to each question", all, ({ key, answer }) => stored.get(key) === answer);
}

async function submissions(url: string, { submissions }: Acknowledged): Promise<Tally> {
  const rows = await readRows(url, `SELECT "id" FROM "Attempt" WHERE "status" = 'submitted'`);
  const stored = keys(rows, "id");
  return tally("submissions", [...submissions], (id) => stored.has(id));
}

/** The record of a submission must hold the same answers as were acknowledged. */
async function evidence(url: string, { submissions, answers }: Acknowledged): Promise<Tally> {
  const rows = await readRows(
    url,
    `SELECT r."document" FROM "EvidenceRecord" r JOIN "LedgerEntry" e ON e."id" = r."id"
     WHERE r."kind" = 'test-submitted'`,
  );
  interface Paper {
    attemptId: string;
    items: { position: number; answer: unknown }[];
  }
  const papers = rows.map(({ document }) => JSON.parse(String(document)) as Paper);
  const byAttempt = new Map(papers.map((paper) => [paper.attemptId, paper]));
  return tally("submissions in the evidence, answer by answer", [...submissions], (id) => {
    const items = byAttempt.get(id)?.items ?? [];
    const recorded = new Map(items.map(({ position, answer }) => [position, answer]));
    const kept = [...(answers.get(id) ?? [])];
    return kept.every(([position, answer]) => sameJson(recorded.get(position), JSON.parse(answer)));
  });
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
  const stored = keys(rows, "personId", "course", "lesson");
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
  const stored = keys(rows, "personId", "slug");
  return tally("courses completed, with their evidence", [...courses], (key) => stored.has(key));
}

function keys(rows: readonly Row[], ...columns: string[]): Set<string> {
  return new Set(rows.map((row) => keyOf(...columns.map((column) => row[column]))));
}

function tally<T>(what: string, expected: readonly T[], isThere: (each: T) => boolean): Tally {
  return { what, acknowledged: expected.length, found: expected.filter(isThere).length };
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sortedKeys) === JSON.stringify(other, sortedKeys);
}

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
