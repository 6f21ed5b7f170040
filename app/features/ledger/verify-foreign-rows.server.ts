/** Finds what a walk through the entries cannot meet: rows whose entry is gone, and dates in a form that hides them. */
import { db, provider } from "~/platform/db/client.server";
import type { Findings } from "./findings";

const LIMIT = 500;

/** Foreign keys forbid these; whoever changes rows behind the portal's back can switch them off. */
export async function findOrphans(findings: Findings): Promise<void> {
  const leaves = await db.$queryRaw<{ id: string }[]>`
    SELECT "entryId" AS "id" FROM "LedgerLeaf" AS "row"
    WHERE NOT EXISTS (SELECT 1 FROM "LedgerEntry" WHERE "LedgerEntry"."id" = "row"."entryId") LIMIT ${LIMIT}`;
  const records = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "EvidenceRecord" AS "row"
    WHERE NOT EXISTS (SELECT 1 FROM "LedgerEntry" WHERE "LedgerEntry"."id" = "row"."id") LIMIT ${LIMIT}`;
  const clauses = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "recordId" AS "id" FROM "EvidenceClause" AS "row"
    WHERE NOT EXISTS (SELECT 1 FROM "EvidenceRecord" WHERE "EvidenceRecord"."id" = "row"."recordId") LIMIT ${LIMIT}`;
  for (const { id } of leaves) findings.add(id, "The tree has a leaf for an entry that does not exist.");
  for (const { id } of records) findings.add(id, "The evidence record has no ledger entry.");
  for (const { id } of clauses)
    findings.add(id, "A clause is listed for an evidence record that does not exist.");
}

const DATES = [
  ["LedgerEntry", "id", "occurredAt"],
  ["LedgerEntry", "id", "recordedAt"],
  ["EvidenceRecord", "id", "occurredAt"],
  ["EvidenceRecord", "id", "recordedAt"],
  ["EvidenceRecord", "id", "validFrom"],
  ["EvidenceRecord", "id", "validUntil"],
  ["LedgerCheckpoint", "size", "sealedAt"],
] as const;

/**
 * SQLite keeps a date as text and compares it as such. The same moment written in another way reads as it was, so that
 * the commitments agree, and yet sorts elsewhere: a filter by date would leave the record out.
 */
export async function findDisguisedDates(findings: Findings): Promise<void> {
  if (provider !== "sqlite") return;
  for (const [table, key, column] of DATES) {
    const rows = await db.$queryRawUnsafe<{ key: string | number }[]>(
      `SELECT "${key}" AS "key" FROM "${table}" WHERE "${column}" IS NOT NULL AND (typeof("${column}") <> 'text' OR
       "${column}" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]+00:00')
       LIMIT ${LIMIT}`,
    );
    for (const { key: id } of rows)
      findings.add(
        typeof id === "string" ? id : null,
        `${table}.${column} is written in a form that the portal never uses.`,
      );
  }
}
