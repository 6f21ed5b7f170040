import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { db, provider, sql, type Prisma } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import type { Expected } from "./record-filter-sql.server";
import { recordsWhere } from "./record-filter-sql.server";
import { readRecordQuestion } from "./record-filters";
import { pageStatement } from "./record-list.server";

const ROWS = 20_000;
const CHUNK = 1_000;
const clauses = Array.from({ length: 40 }, (_, i) => `iso-9001:2015/${i}`);

/** Rows as the portal writes them, in as many values of each column as a company of that size has. */
beforeAll(async () => {
  const people: Actor[] = [];
  for (let i = 0; i < 100; i++) people.push(await givenPerson({ name: `Person ${i}` }));
  await db.standard.create({
    data: { id: "iso-9001:2015", number: "iso-9001", edition: "2015", title: "ISO 9001", summary: "" },
  });
  await db.clause.createMany({
    data: clauses.map((key, position) => {
      const number = String(position);
      return { key, standardId: "iso-9001:2015", position, number, title: "A clause", summary: "" };
    }),
  });
  for (let start = 0; start < ROWS; start += CHUNK) {
    const rows = Array.from({ length: CHUNK }, (_, offset) => {
      const i = start + offset;
      const when = new Date(Date.UTC(2024, 0, 1) + i * 3_600_000);
      return { id: `r-${String(i).padStart(6, "0")}`, i, occurredAt: when, recordedAt: when };
    });
    await db.ledgerEntry.createMany({
      data: rows.map(({ i: _, ...row }) => ({ ...row, type: "test-submitted", body: "{}" })),
    });
    await db.evidenceRecord.createMany({
      data: rows.map(({ i, ...row }) => ({
        ...row,
        kind: ["course-completed", "test-submitted", "award-granted", "award-revoked"][i % 4]!,
        outcome: ["completed", "passed", "failed", "granted", "revoked"][i % 5]!,
        personId: people[i % 100]!.personId,
        personName: people[i % 100]!.name,
        employeeNumber: `E-${i % 100}`,
        teamId: `team-${i % 12}`,
        regionId: `region-${i % 4}`,
        jobRoleId: `role-${i % 3}`,
        courseId: `course-${i % 30}`,
        certificationId: `certification-${i % 7}`,
        standard: i % 2 ? "iso-9001:2015" : null,
        title: "ISO 9001 awareness",
        edition: "1",
        document: "x".repeat(500),
      })),
    });
    await db.evidenceClause.createMany({
      data: rows.map(({ id, i }) => ({ recordId: id, clause: clauses[i % 40]! })),
    });
  }
  await db.$executeRaw`ANALYZE`;
});

async function planOf(search: string, expected: Expected): Promise<string> {
  const question = readRecordQuestion(new URLSearchParams(search));
  expect(question.errors).toEqual({});
  const statement = pageStatement(recordsWhere(question.filters, "UTC", expected), question);
  return explain(statement);
}

async function explain(statement: Prisma.Sql): Promise<string> {
  const question = provider === "sqlite" ? sql`EXPLAIN QUERY PLAN ${statement}` : sql`EXPLAIN ${statement}`;
  const rows = await db.$queryRaw<Record<string, unknown>[]>(question);
  return rows.map((row) => String(row.detail ?? row["QUERY PLAN"])).join("\n");
}

const wholeTable = provider === "sqlite" ? /SCAN r$|SCAN r (?!USING)/m : /Seq Scan on "EvidenceRecord"/;
const sorting = provider === "sqlite" ? /TEMP B-TREE FOR ORDER BY/ : /Sort Key: r/;

describe(`a page of ${ROWS} records`, () => {
  it("is not what a question without an index gets", async () => {
    const plan = await explain(sql`SELECT COUNT(*) FROM "EvidenceRecord" r WHERE r."title" = ${"x"}`);
    expect(plan).toMatch(wholeTable);
  });

  it.each([
    "",
    "sort=oldest",
    "team=team-3",
    "region=region-2&sort=oldest",
    "role=role-1",
    "course=course-7",
    "certification=certification-3",
    "kind=award-granted",
    "outcome=failed",
    "from=2025-03-01&to=2025-03-31",
    "team=team-3&from=2025-03-01&to=2025-03-31",
    "certification=certification-3&outcome=revoked&kind=award-revoked",
    "after=2025-01-01T00:00:00.000Z_r-001000",
    "region=region-1&before=2025-01-01T00:00:00.000Z_r-001000",
  ])("is read in order from an index: %s", async (search) => {
    const plan = await planOf(search, "many");
    expect(plan).not.toMatch(wholeTable);
    expect(plan).not.toMatch(sorting);
  });

  it.each([
    "person=Person 42",
    "person=Person 42&kind=award-granted",
    "clause=iso-9001:2015/7",
    "clause=iso-9001:2015/7&team=team-3",
  ])("begins with the few that are named: %s", async (search) => {
    expect(await planOf(search, "few")).not.toMatch(wholeTable);
  });

  it.each(["person=Person", "clause=iso-9001:2015/7", "standard=iso-9001:2015"])(
    "walks an index where many match: %s",
    async (search) => {
      expect(await planOf(search, "many")).not.toMatch(wholeTable);
    },
  );
});
