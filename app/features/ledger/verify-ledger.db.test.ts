import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { at } from "~/platform/clock.server";
import { db, provider } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { behindThePortal, columnsOf, type Column, type Row } from "../../../tests/setup/behind-the-portal";
import { givenRecorded, givenSubject } from "../../../tests/setup/facts";
import { sealPending } from "./seal.server";
import { verifyLedger } from "./verify-ledger.server";

const TABLES = [
  "LedgerEntry",
  "LedgerLeaf",
  "LedgerNode",
  "LedgerCheckpoint",
  "EvidenceRecord",
  "EvidenceClause",
  "CommitmentSalt",
] as const;

const KEPT = path.join(env.DATA_DIR, "ledger", "checkpoints");
const subject = givenSubject();
const ids: string[] = [];

/* Two sealed batches, and one entry that waits. */
beforeAll(async () => {
  const time = (minute: number) => new Date(Date.UTC(2026, 2, 4, 10, minute));
  for (let minute = 0; minute < 13; minute++) {
    ids.push(await at(time(minute), () => givenRecorded(minute % 3 ? {} : { subject })));
    if (minute === 4 || minute === 11) await at(time(minute), () => sealPending());
  }
  expect(await verifyLedger()).toMatchObject({
    ...{ entries: 13, leaves: 12, checkpoints: 2, waiting: 1, erased: 0 },
    findings: [],
  });
});

afterEach(async () => expect((await verifyLedger()).findings).toEqual([]));

const messages = async () =>
  (await verifyLedger()).findings.map(({ entryId, message }) => `${entryId ?? "ledger"}: ${message}`);

/** Another value of the same kind, as far from the old one as a cheat would go. */
function another({ kind }: Column, value: Row[string]): Row[string] {
  if (kind === "integer") return Number(value) + 1_000;
  if (kind === "real") return Number(value) + 0.01;
  if (kind === "text") return `${value ?? ""}x`;
  return String(value).replace(/2026|2027/, "2025");
}

/** Runs SQL behind the portal's back, looks at what verification says, and puts the rows back as they were. */
async function tampered(
  table: string,
  ...steps: ([string, Row[string][]?] | (() => Promise<unknown>))[]
): Promise<string[]> {
  return behindThePortal(async (run) => {
    const tables = steps.length > 1 ? [...TABLES, "UnsealedEntry"] : [table];
    const kept = await readFile(KEPT);
    const before = new Map<string, Row[]>();
    for (const each of tables) before.set(each, await run(`SELECT * FROM "${each}"`));
    for (const step of steps) await (typeof step === "function" ? step() : run(...step));
    const found = await messages();
    await writeFile(KEPT, kept);
    for (const [each, rows] of before) {
      await run(`DELETE FROM "${each}"`);
      for (const row of rows) {
        const names = Object.keys(row).map((name) => `"${name}"`);
        await run(
          `INSERT INTO "${each}" (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
          Object.values(row),
        );
      }
    }
    return found;
  });
}

describe.each(TABLES)("%s", (table) => {
  it("cannot have any column changed unnoticed", async () => {
    const columns = await behindThePortal((run) => columnsOf(run, table));
    const rows = await behindThePortal((run) => run(`SELECT * FROM "${table}"`));
    for (const row of [rows[0]!, rows.at(-1)!])
      for (const column of columns) {
        const where = columns.filter(({ key }) => key).map(({ name }) => name);
        const found = await tampered(table, [
          `UPDATE "${table}" SET "${column.name}" = ? WHERE ${where.map((name) => `"${name}" = ?`).join(" AND ")}`,
          [another(column, row[column.name]!), ...where.map((name) => row[name]!)],
        ]);
        expect(found, `${table}.${column.name}`).not.toEqual([]);
        if (row !== rows[0] || !column.nullable) continue;
        const emptied = await tampered(table, [
          `UPDATE "${table}" SET "${column.name}" = NULL WHERE ${where.map((name) => `"${name}" = ?`).join(" AND ")}`,
          where.map((name) => row[name]!),
        ]);
        expect(emptied, `${table}.${column.name} emptied`).not.toEqual([]);
      }
  });

  it("cannot lose or gain a row unnoticed", async () => {
    const columns = await behindThePortal((run) => columnsOf(run, table));
    const rows = await behindThePortal((run) => run(`SELECT * FROM "${table}"`));
    const keys = columns.filter(({ key }) => key).map(({ name }) => name);
    const where = keys.map((name) => `"${name}" = ?`).join(" AND ");
    const names = columns.map(({ name }) => `"${name}"`).join(", ");
    const copied = columns.map(({ name, kind, key }) =>
      !key && name !== "entryId"
        ? `"${name}"`
        : kind === "integer"
          ? `"${name}" + 1000`
          : `"${name}" || 'copy'`,
    );
    for (const row of [rows[0]!, rows.at(-1)!]) {
      const values = keys.map((name) => row[name]!);
      const lost = await tampered(table, [`DELETE FROM "${table}" WHERE ${where}`, values]);
      /* A salt may be deleted, which erases the person, and one more proves nothing. */
      expect(lost.length > 0, `${table}: ${JSON.stringify(values)} deleted`).toBe(table !== "CommitmentSalt");
      const gained = await tampered(table, [
        `INSERT INTO "${table}" (${names}) SELECT ${copied.join(", ")} FROM "${table}" WHERE ${where}`,
        values,
      ]);
      expect(gained.length > 0, `${table}: ${JSON.stringify(values)} copied`).toBe(
        table !== "CommitmentSalt",
      );
    }
  });
});

describe("verifyLedger", () => {
  it("names the entry and says what was changed", async () => {
    const [id] = ids as [string];
    const change = (column: string, value: string) =>
      tampered("EvidenceRecord", [`UPDATE "EvidenceRecord" SET "${column}" = ? WHERE "id" = ?`, [value, id]]);
    expect(await change("outcome", "failed")).toEqual([
      `${id}: The record's outcome is "failed", but "passed" was recorded.`,
    ]);
    expect(await change("personName", "Somebody Else")).toEqual([
      `${id}: The name, employee number, team, region or job role in the record was changed.`,
    ]);
    expect(await change("document", "{}")).toEqual([
      `${id}: The evidence document of the record was changed.`,
    ]);
  });

  it("tells a record that was moved to a made-up person from that of an erased one", async () => {
    expect(
      await tampered("EvidenceRecord", [
        `UPDATE "EvidenceRecord" SET "personId" = 'nobody' WHERE "id" = ?`,
        [ids[0]!],
      ]),
    ).toContain(`${ids[0]}: The record names a person without a salt, but was made with another's.`);
    expect(
      await tampered("CommitmentSalt", [
        `UPDATE "CommitmentSalt" SET "subjectId" = 'nobody' WHERE "subjectId" = ?`,
        [subject.personId],
      ]),
    ).toHaveLength(5);
  });

  it("reports a change of the tree where it was made", async () => {
    expect(
      await tampered("LedgerNode", [
        `UPDATE "LedgerNode" SET "hash" = ? WHERE "level" = 1 AND "index" = 1`,
        ["ab".repeat(32)],
      ]),
    ).toEqual([
      "ledger: Node 1 of level 1 of the tree does not follow from what is below it.",
      "ledger: Node 0 of level 2 of the tree does not follow from what is below it.",
    ]);
  });

  it("finds a body and leaf that were changed together", async () => {
    const found = await tampered(
      "LedgerEntry",
      [`UPDATE "LedgerEntry" SET "body" = ? WHERE "id" = ?`, ["{}", ids[3]!]],
      [`UPDATE "LedgerLeaf" SET "hash" = ? WHERE "entryId" = ?`, ["5d5b9b3a".repeat(8), ids[3]!]],
    );
    expect(found).toContain("ledger: Node 1 of level 1 of the tree does not follow from what is below it.");
  });

  const newestGone: [string][] = [
    [
      `DELETE FROM "EvidenceClause" WHERE "recordId" NOT IN (SELECT "entryId" FROM "LedgerLeaf" WHERE "index" < 5)`,
    ],
    [`DELETE FROM "EvidenceRecord" WHERE "id" NOT IN (SELECT "entryId" FROM "LedgerLeaf" WHERE "index" < 5)`],
    [`DELETE FROM "LedgerEntry" WHERE "id" NOT IN (SELECT "entryId" FROM "LedgerLeaf" WHERE "index" < 5)`],
    [`DELETE FROM "LedgerLeaf" WHERE "index" >= 5`],
    [
      `DELETE FROM "LedgerNode" WHERE ("level" = 1 AND "index" >= 2) OR ("level" = 2 AND "index" >= 1) OR "level" > 2`,
    ],
    [`DELETE FROM "LedgerCheckpoint" WHERE "size" > 5`],
  ];

  it("finds that the newest entries were removed with everything about them", async () => {
    const found = await tampered("LedgerEntry", ...newestGone);
    expect(found).toEqual(["ledger: The checkpoint of 12 entries was removed from the database."]);
  });

  it("finds it also when as many others were sealed in their place", async () => {
    const found = await tampered("LedgerEntry", ...newestGone, [`DELETE FROM "UnsealedEntry"`], async () => {
      for (let count = 0; count < 7; count++) await givenRecorded();
      await sealPending();
    });
    expect(found).toEqual(["ledger: The checkpoint of 12 entries had another root when it was signed."]);
  });

  it("finds that everything was removed", async () => {
    const found = await tampered(
      "LedgerEntry",
      ...TABLES.map((table): [string] => [`DELETE FROM "${table}"`]),
    );
    expect(found).toHaveLength(2);
  });

  it("finds an old checkpoint put in the place of another", async () => {
    const [first] = await db.ledgerCheckpoint.findMany({ orderBy: { size: "asc" } });
    const found = await tampered("LedgerCheckpoint", [
      `UPDATE "LedgerCheckpoint" SET "note" = ?, "rootHash" = ? WHERE "size" = 12`,
      [first!.note, first!.rootHash],
    ]);
    expect(found).toContain("ledger: The checkpoint of 12 entries has a note that was signed for 5 entries.");
  });

  it("finds two entries that changed places", async () => {
    const found = await tampered(
      "LedgerLeaf",
      [`UPDATE "LedgerLeaf" SET "entryId" = 'meanwhile' WHERE "index" = 1`],
      [`UPDATE "LedgerLeaf" SET "entryId" = ? WHERE "index" = 2`, [ids[1]!]],
      [`UPDATE "LedgerLeaf" SET "entryId" = ? WHERE "index" = 1`, [ids[2]!]],
    );
    expect(found).toEqual(
      [ids[1], ids[2]].map((id) => `${id}: The body of the entry is not the one that was sealed.`),
    );
  });

  const garbage: [string, string, string | number][] =
    provider === "sqlite"
      ? [
          ["LedgerEntry", "occurredAt", "yesterday"],
          ["EvidenceRecord", "validUntil", "for ever"],
          ["EvidenceRecord", "score", "excellent"],
          ["LedgerCheckpoint", "sealedAt", "then"],
          ["LedgerLeaf", "hash", "AB".repeat(32)],
          /* The same moment, written so that no filter by date finds it. */
          ["EvidenceRecord", "occurredAt", Date.UTC(2026, 2, 4, 10, 0)],
          ["EvidenceRecord", "validFrom", "2026-01-01T00:00:00Z"],
        ]
      : [
          ["LedgerEntry", "occurredAt", "infinity"],
          ["EvidenceRecord", "validUntil", "infinity"],
          ["EvidenceRecord", "score", "NaN"],
          ["LedgerCheckpoint", "sealedAt", "-infinity"],
          ["LedgerLeaf", "hash", "AB".repeat(32)],
        ];

  it.each(garbage)(
    "reports %s.%s when it is %s, and checks the rest nevertheless",
    async (table, column, value) => {
      const found = await tampered(
        table,
        [`UPDATE "${table}" SET "${column}" = ?`, [value]],
        [`UPDATE "EvidenceRecord" SET "outcome" = 'failed' WHERE "id" = ?`, [ids[12]!]],
      );
      const own = found.filter((line) => !line.startsWith(ids[12]!));
      expect(own).not.toEqual([]);
      if (table !== "EvidenceRecord" || (column !== "score" && column !== "validUntil"))
        expect(found).toContain(`${ids[12]}: The record's outcome is "failed", but "passed" was recorded.`);
    },
  );

  it("reads on while others record and seal", async () => {
    const working = (async () => {
      for (let count = 0; count < 10; count++) {
        await givenRecorded();
        await sealPending();
      }
    })();
    for (let count = 0; count < 8; count++) expect((await verifyLedger()).findings).toEqual([]);
    await working;
  });

  it("says how far it is", async () => {
    const progress: [number, number][] = [];
    const { entries, leaves } = await verifyLedger((done, total) => progress.push([done, total]));
    expect(progress.at(-1)).toEqual([entries + leaves, entries + leaves]);
  });
});
