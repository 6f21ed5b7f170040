import { beforeAll, describe, expect, it } from "vitest";
import { db, provider } from "~/platform/db/client.server";
import { behindThePortal, columnsOf, type Column } from "../../../tests/setup/behind-the-portal";

const APPEND_ONLY = [
  "LedgerEntry",
  "LedgerLeaf",
  "LedgerNode",
  "LedgerCheckpoint",
  "EvidenceRecord",
  "EvidenceClause",
  "CourseRevision",
  "RevisionLesson",
  "LessonSnapshot",
  "CourseCompletion",
  "QuestionVersion",
  "AssessmentRevision",
  "CertificationRevision",
  "Cycle",
  "Award",
  "AwardEvent",
  "Attempt",
  "AttemptItem",
];

const columns = new Map<string, Column[]>();
const date = provider === "sqlite" ? "2026-01-01T00:00:00.000+00:00" : "2026-01-01 00:00:00";
const values = { text: "submitted", integer: 1, real: 1, date };

beforeAll(() =>
  behindThePortal(async (run) => {
    for (const table of [...APPEND_ONLY, "CommitmentSalt"]) {
      const all = await columnsOf(run, table);
      columns.set(table, all);
      const names = all.map(({ name }) => `"${name}"`);
      await run(
        `INSERT INTO "${table}" (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
        all.map(({ name, kind }) =>
          name === "attemptId" || (table === "Attempt" && name === "id") ? "a" : values[kind],
        ),
      );
    }
  }),
);

const refused = (sql: string) => expect(db.$executeRawUnsafe(sql), sql).rejects.toThrow(/append-only/);

describe.each(APPEND_ONLY)("%s", (table) => {
  it("refuses a change of any column", async () => {
    expect(columns.get(table)!.length).toBeGreaterThan(1);
    for (const { name } of columns.get(table)!) await refused(`UPDATE "${table}" SET "${name}" = "${name}"`);
  });

  it("refuses to lose a row", async () => {
    await refused(`DELETE FROM "${table}"`);
    if (provider === "postgresql") await refused(`TRUNCATE "${table}" CASCADE`);
    /* SQLite's way to delete while inserting. */
    else await refused(`INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}"`);
    const [{ count }] = await db.$queryRawUnsafe<[{ count: bigint }]>(
      `SELECT COUNT(*) AS count FROM "${table}"`,
    );
    expect(Number(count)).toBe(1);
  });
});

describe("CommitmentSalt", () => {
  it("refuses a change, and lets a person be erased", async () => {
    await refused(`UPDATE "CommitmentSalt" SET "salt" = 'another'`);
    await db.$executeRawUnsafe(`DELETE FROM "CommitmentSalt"`);
    expect(await db.commitmentSalt.count()).toBe(0);
  });
});
