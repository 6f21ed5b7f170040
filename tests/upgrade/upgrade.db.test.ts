/** A database of the first release, with what people had done in it, is brought up to date migration by migration. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { provider } from "~/platform/db/client.server";
import { readRows, type Row } from "../../scripts/portal/portal-database";
import { runSql, unmigratedPostgresql } from "../setup/second-database";

const FIRST_RELEASE = "20261123000050_keep_revision_assets";
const migrations = path.join("prisma", provider, "migrations");

const folder = mkdtempSync(path.join(tmpdir(), "attest-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (day: number, hour: number) =>
  `'2026-01-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00.000+00:00'`;
const question = (id: string) => `
  INSERT INTO "QuestionVersion" ("id", "bankId", "questionId", "kind", "clause", "topic", "body", "key", "createdAt")
  VALUES ('${id}', 'bank', '${id}', 'true-false', NULL, NULL, '{}', '{}', ${at(1, 8)});`;
const attempt = (number: number, outcome: { score: number; passed: boolean } | null) => {
  const id = `attempt-${number}`;
  const submitted = outcome
    ? `NULL, 'submitted', ${at(number, 9)}, ${at(number, 10)}, ${at(number, 10)}, ${outcome.score}, ${outcome.passed}`
    : `'person:test', 'open', ${at(number, 9)}, ${at(number, 10)}, NULL, NULL, NULL`;
  const item = (position: number) => `
    INSERT INTO "AttemptItem" ("attemptId", "position", "section", "questionVersionId", "served", "answer", "answeredAt")
    VALUES ('${id}', ${position}, 0, 'question-${position}', '["true","false"]', '{"chosen":["true"]}', ${at(number, 9)});`;
  return `
    INSERT INTO "Attempt" ("id", "personId", "assessmentId", "revisionId", "number", "openKey", "status", "startedAt",
      "deadlineAt", "submittedAt", "score", "passed")
    VALUES ('${id}', 'person', 'test', 'revision', ${number}, ${submitted});
    ${item(1)} ${item(2)}
    ${outcome ? evidence(number, outcome) : ""}`;
};
const evidence = (number: number, { score, passed }: { score: number; passed: boolean }) => `
  INSERT INTO "LedgerEntry" ("id", "type", "occurredAt", "recordedAt", "body")
  VALUES ('record-${number}', 'test-submitted', ${at(number, 10)}, ${at(number, 11)}, '{}');
  INSERT INTO "EvidenceRecord" ("id", "kind", "outcome", "personId", "personName", "employeeNumber", "assessmentId",
    "title", "edition", "score", "occurredAt", "recordedAt", "document")
  VALUES ('record-${number}', 'test-submitted', '${passed ? "passed" : "failed"}', 'person', 'Åsa Lind', '1', 'test',
    'A test', 'Revision 1', ${score}, ${at(number, 10)}, ${at(number, 11)}, '{"attemptId":"attempt-${number}"}');`;

const person = (id: string, name: string, leftAt = "NULL") => `
  INSERT INTO "Person" ("id", "name", "email", "employeeNumber", "createdAt", "leftAt")
  VALUES ('${id}', '${name}', '${id}@example.org', '${id}', ${at(1, 8)}, ${leftAt});`;
const CERTIFIED = `
  INSERT INTO "Certification" ("id", "title", "summary") VALUES ('certification', 'Certified', '');
  INSERT INTO "CertificationRevision" ("id", "certificationId", "number", "edition", "definition", "publishedAt")
  VALUES ('certification-1', 'certification', 1, '1', '{}', ${at(1, 8)});
  INSERT INTO "Cycle" ("id", "personId", "certificationId", "number", "openedAt")
  VALUES ('cycle', 'person', 'certification', 1, ${at(3, 11)});
  INSERT INTO "Award" ("id", "cycleId", "personId", "certificationId", "revisionId", "holderName", "code", "validFrom",
    "validUntil", "recordedAt")
  VALUES ('award', 'cycle', 'person', 'certification', 'certification-1', 'Åsa Lind', 'CODE', ${at(3, 11)}, NULL, ${at(3, 11)});
  INSERT INTO "Course" ("id", "slug", "origin", "kind", "title", "summary", "minutes", "createdAt")
  VALUES ('course', 'a-course', 'git', 'policy', 'A course', '', 10, ${at(1, 8)});
  INSERT INTO "CourseRevision" ("id", "courseId", "number", "manifest", "note", "publishedAt")
  VALUES ('course-1', 'course', 1, '{}', 'First', ${at(1, 8)});`;

const HISTORY = `
  ${person("person", "Åsa Lind")}
  ${person("left", "Bo Ek", at(20, 9))}
  ${person("left-said-later", "Cy Alm", at(20, 9))}
  INSERT INTO "PeopleChange" ("id", "personId", "at", "action", "summary", "reason")
  VALUES ('change', 'left-said-later', ${at(25, 9)}, 'left', 'Left', 'Moved away');
  ${CERTIFIED}
  INSERT INTO "Assessment" ("id", "slug", "title", "summary") VALUES ('test', 'a-test', 'A test', '');
  INSERT INTO "AssessmentRevision" ("id", "assessmentId", "number", "blueprint", "publishedAt")
  VALUES ('revision', 'test', 1, '{}', ${at(1, 8)});
  ${question("question-1")} ${question("question-2")}
  ${attempt(2, { score: 0.5, passed: false })}
  ${attempt(3, { score: 1, passed: true })}
  ${attempt(4, null)}`;
const TABLES = [
  "Person",
  "Assessment",
  "AssessmentRevision",
  "QuestionVersion",
  "Attempt",
  "AttemptItem",
  "LedgerEntry",
  "EvidenceRecord",
  "PeopleChange",
  "Certification",
  "CertificationRevision",
  "Cycle",
  "Award",
  "Course",
  "CourseRevision",
];

let url: string;
const stored = new Map<string, Row[]>();

beforeAll(async () => {
  url = provider === "sqlite" ? `file:${path.join(folder, "old.db")}` : await unmigratedPostgresql();
  const names = readdirSync(migrations)
    .filter((name) => /^\d/.test(name))
    .sort();
  const first = names.indexOf(FIRST_RELEASE) + 1;
  const apply = async (some: readonly string[]) => {
    for (const name of some)
      await runSql(url, readFileSync(path.join(migrations, name, "migration.sql"), "utf8"));
  };
  await apply(names.slice(0, first));
  await runSql(url, HISTORY);
  for (const table of TABLES) stored.set(table, await readAll(table));
  await apply(names.slice(first));
});

async function readAll(table: string): Promise<Row[]> {
  const rows = await readRows(url, `SELECT * FROM "${table}"`);
  return rows.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

it.each(TABLES)("%s has the rows that it had, each as it was, and no other", async (table) => {
  const before = stored.get(table)!;
  expect(before.length).toBeGreaterThan(0);
  const columns = Object.keys(before[0]!);
  const after = (await readAll(table)).map((row) =>
    Object.fromEntries(columns.map((name) => [name, row[name]])),
  );
  expect(after).toEqual(before);
});

it("gives every submitted attempt one result, that of its record, and an open one none", async () => {
  const results = await readRows(
    url,
    `SELECT r."id", r."attemptId", r."number", r."cause", r."personId", r."assessmentId", r."score",
       CASE WHEN r."passed" THEN 'passed' ELSE 'failed' END AS "outcome",
       CASE WHEN r."effectiveAt" = a."submittedAt" AND r."recordedAt" = e."recordedAt" THEN 'then' ELSE 'other' END AS "when"
     FROM "AttemptResult" r JOIN "Attempt" a ON a."id" = r."attemptId" JOIN "EvidenceRecord" e ON e."id" = r."id"
     ORDER BY r."id"`,
  );
  const same = { number: 1, cause: "submitted", personId: "person", assessmentId: "test", when: "then" };
  expect(results).toEqual([
    { id: "record-2", attemptId: "attempt-2", score: 0.5, outcome: "failed", ...same },
    { id: "record-3", attemptId: "attempt-3", score: 1, outcome: "passed", ...same },
  ]);
});

it("knows since when somebody is away, who has to be counted, and how runs and revisions came about", async () => {
  const away = await readRows(
    url,
    `SELECT a."personId", CASE WHEN a."recordedAt" = p."leftAt" THEN 'then' WHEN a."recordedAt" = c."at" THEN 'when it was said' END AS "known"
     FROM "Absence" a JOIN "Person" p ON p."id" = a."personId" AND p."leftAt" = a."heldFrom"
     LEFT JOIN "PeopleChange" c ON c."personId" = p."id" ORDER BY a."personId"`,
  );
  expect(away).toEqual([
    { personId: "left", known: "then" },
    { personId: "left-said-later", known: "when it was said" },
  ]);
  const stale = await readRows(
    url,
    `SELECT DISTINCT "subjectId" FROM "CoverageStale" WHERE "kind" = 'person'`,
  );
  expect(new Set(stale.map(({ subjectId }) => subjectId))).toEqual(
    new Set(["person", "left", "left-said-later"]),
  );
  expect(await readRows(url, `SELECT "cause" FROM "Cycle"`)).toEqual([{ cause: "earned" }]);
  expect(await readRows(url, `SELECT "change" FROM "CourseRevision"`)).toEqual([{ change: "delta" }]);
});
