/** Goes through all entries: each against its leaf and its columns, then against its evidence record. */
import { setImmediate as letOthersRun } from "node:timers/promises";
import { db } from "~/platform/db/client.server";
import { checkEntryColumns, parseBody, type EntryBody, type EntryColumns } from "./check-record";
import type { Findings } from "./findings";
import { leafHash } from "./merkle";
import { readDespiteDamage } from "./read-despite-damage.server";
import { verifyRecords } from "./verify-records.server";

const BATCH = 250;
const columns = { id: true, type: true, occurredAt: true, recordedAt: true, body: true } as const;

export interface EntryCounts {
  entries: number;
  waiting: number;
  erased: number;
}

export async function verifyEntries(
  findings: Findings,
  progress: (entries: number) => void,
): Promise<EntryCounts> {
  const counts = { entries: 0, waiting: 0, erased: 0, searched: 0 };
  for (let after = ""; ;) {
    const keys = await db.ledgerEntry.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true },
    });
    const ids = keys.map(({ id }) => id);
    const entries = await readEntries(ids, findings);
    counts.waiting += await verifyPlaces(entries, findings);
    await verifyRecords(ids, readBodies(entries, findings), counts, findings);
    counts.entries += ids.length;
    progress(ids.length);
    /* SQLite answers at once, and a chain of promises alone would let nobody else in until the end. */
    await letOthersRun();
    if (ids.length < BATCH) break;
    after = ids.at(-1)!;
  }
  const { entries, waiting, erased } = counts;
  return { entries, waiting, erased };
}

function readEntries(ids: string[], findings: Findings): Promise<EntryColumns[]> {
  return readDespiteDamage(
    ids,
    (keys) =>
      db.ledgerEntry.findMany({
        where: { id: { in: [...keys] } },
        orderBy: { id: "asc" },
        select: columns,
      }),
    (id) => findings.add(id, "The entry has a value that cannot be read."),
  );
}

function readBodies(entries: readonly EntryColumns[], findings: Findings): Map<string, EntryBody> {
  const bodies = new Map<string, EntryBody>();
  for (const entry of entries) {
    const body = parseBody(entry.body);
    if (!body) {
      findings.add(entry.id, "The body of the entry is not one that the portal writes.");
      continue;
    }
    bodies.set(entry.id, body);
    for (const message of checkEntryColumns(entry, body)) findings.add(entry.id, message);
  }
  return bodies;
}

/** Every entry has a leaf with its hash, or waits for one. @returns how many wait. */
async function verifyPlaces(entries: readonly EntryColumns[], findings: Findings): Promise<number> {
  const leaves = await hashesOf(entries.map(({ id }) => id));
  const without = entries.filter(({ id }) => !leaves.has(id)).map(({ id }) => id);
  for (const { id, body } of entries)
    if (leaves.has(id) && leaves.get(id) !== leafHash(body).toString("hex"))
      findings.add(id, "The body of the entry is not the one that was sealed.");
  if (without.length === 0) return 0;

  const rows = await db.unsealedEntry.findMany({
    where: { entryId: { in: without } },
    select: { entryId: true },
  });
  const waiting = new Set(rows.map(({ entryId }) => entryId));
  /* Between the two queries an entry may have been sealed. */
  const sealedMeanwhile = await hashesOf(without.filter((id) => !waiting.has(id)));
  for (const id of without)
    if (!waiting.has(id) && !sealedMeanwhile.has(id))
      findings.add(id, "The entry has no place in the tree and does not wait for one.");
  return waiting.size;
}

async function hashesOf(entryIds: string[]): Promise<Map<string, string>> {
  const rows = await readDespiteDamage(
    entryIds,
    (keys) =>
      db.ledgerLeaf.findMany({
        where: { entryId: { in: [...keys] } },
        select: { entryId: true, hash: true },
      }),
    /* It is reported where the tree is checked, and here as an entry without a place. */
    () => {},
  );
  return new Map(rows.map(({ entryId, hash }) => [entryId, hash]));
}
