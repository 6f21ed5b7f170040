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
  "RevisionAsset",
  "LessonSnapshot",
  "CourseCompletion",
  "QuestionVersion",
  "AssessmentRevision",
  "CertificationRevision",
  "Cycle",
  "Award",
  "AwardEvent",
  "AwardDecision",
  "Attempt",
  "AttemptItem",
  "PeopleChange",
  "CheckAnswer",
  "QuestionText",
  "QuestionFigure",
  "AttemptResult",
  "AttemptGrant",
  "Marking",
  "MarkingRequest",
  "Regrade",
  "Appeal",
  "ReminderRule",
  "ReminderSettings",
  "ChecklistRevision",
  "SignOff",
  "SignOffMark",
  "StatementAcceptance",
  "ExternalCertificate",
  "ExternalDecision",
];
/** Two dates: a row is superseded once, and never changed otherwise. */
const SUPERSEDED = ["Assignment", "Requirement", "Absence", "Accommodation"];

const columns = new Map<string, Column[]>();
const date = provider === "sqlite" ? "2026-01-01T00:00:00.000+00:00" : "2026-01-01 00:00:00";
const values = { text: "submitted", integer: 1, real: 1, date };

beforeAll(() =>
  behindThePortal(async (run) => {
    for (const table of [...APPEND_ONLY, ...SUPERSEDED, "CommitmentSalt"]) {
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

describe.each(SUPERSEDED)("%s", (table) => {
  it("is superseded once, and refuses every other change", async () => {
    const change = (set: string) => db.$executeRawUnsafe(`UPDATE "${table}" SET ${set}`);
    await behindThePortal((run) => run(`UPDATE "${table}" SET "supersededAt" = NULL`));
    for (const { name, kind } of columns.get(table)!)
      if (name !== "supersededAt" && kind !== "date")
        await refused(`UPDATE "${table}" SET "${name}" = ${kind === "integer" ? 7 : "'another'"}`);
    await refused(`UPDATE "${table}" SET "heldFrom" = "heldFrom", "recordedAt" = '2020-01-01 00:00:00'`);
    await refused(`DELETE FROM "${table}"`);
    if (provider === "postgresql") await refused(`TRUNCATE "${table}" CASCADE`);
    else await refused(`INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}"`);

    await change(`"supersededAt" = '${date}'`);
    await change(`"supersededAt" = "supersededAt"`);
    await refused(`UPDATE "${table}" SET "supersededAt" = NULL`);
    await refused(`UPDATE "${table}" SET "supersededAt" = '2026-02-02 00:00:00'`);
  });
});

describe("CommitmentSalt", () => {
  it("refuses a change, and lets a person be erased", async () => {
    await refused(`UPDATE "CommitmentSalt" SET "salt" = 'another'`);
    await db.$executeRawUnsafe(`DELETE FROM "CommitmentSalt"`);
    expect(await db.commitmentSalt.count()).toBe(0);
  });
});

describe("AwardDecision", () => {
  it("is decided once by somebody, or superseded by nobody and put again", async () => {
    const begin = (state: string) =>
      behindThePortal((run) =>
        run(
          `UPDATE "AwardDecision" SET "state" = ?, "decidedById" = NULL, "decidedAt" = NULL, "reason" = NULL`,
          [state],
        ),
      );
    const set = (state: string, by: string, when = `'${date}'`, reason = "NULL") =>
      `UPDATE "AwardDecision"
       SET "state" = '${state}', "decidedById" = ${by}, "decidedAt" = ${when}, "reason" = ${reason}`;
    const accepted = async (sql: string) => expect(await db.$executeRawUnsafe(sql), sql).toBe(1);

    await begin("open");
    await refused(set("granted", "NULL"));
    await refused(set("refused", "'somebody'", "NULL", "'No.'"));
    await refused(set("superseded", "'somebody'"));
    await refused(set("open", "'somebody'"));
    for (const { name, kind } of columns.get("AwardDecision")!)
      if (!["state", "decidedById", "decidedAt", "reason"].includes(name))
        await refused(
          `${set("granted", "'somebody'")}, "${name}" = ${kind === "date" ? "'2020-01-01 00:00:00'" : "'another'"}`,
        );
    await accepted(set("superseded", "NULL"));
    await refused(set("granted", "'somebody'"));
    await refused(set("open", "NULL"));
    await accepted(set("open", "NULL", "NULL"));
    for (const outcome of ["granted", "refused"]) {
      await begin("open");
      await accepted(set(outcome, "'somebody'", `'${date}'`, "'Because.'"));
      for (const after of ["open", "granted", "refused", "superseded"])
        await refused(
          set(after, after === "open" ? "NULL" : "'another'", after === "open" ? "NULL" : `'${date}'`),
        );
    }
  });
});
