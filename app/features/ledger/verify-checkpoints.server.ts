/** Checks signed checkpoints, and finds rows of the tree that no checkpoint covers. */
import { db } from "~/platform/db/client.server";
import { keptCheckpoints, openCheckpoint, type Checkpoint, type SignedCheckpoint } from "./checkpoint.server";
import type { Findings } from "./findings";
import { NoteError, type NoteVerifier } from "./note";
import { readDespiteDamage } from "./read-despite-damage.server";

const PAGE = 500;
const columns = { size: true, rootHash: true, note: true, sealedAt: true } as const;

/** The size of the newest checkpoint that is truly signed; 0 when there is none. */
export async function newestSignedSize(key: NoteVerifier | null): Promise<number> {
  for (let below: number | undefined; ;) {
    const sizes = await db.ledgerCheckpoint.findMany({
      where: { size: { lt: below } },
      orderBy: { size: "desc" },
      take: PAGE,
      select: { size: true },
    });
    const rows = await readRows(sizes.map(({ size }) => size).reverse(), () => {});
    for (const row of rows.reverse()) {
      /* Without a key the rows must do, so that the tree is checked at least against itself. */
      if (!key || open(row.note, key)?.size === row.size) return row.size;
    }
    if (sizes.length < PAGE) return 0;
    below = sizes.at(-1)!.size;
  }
}

export async function readCheckpoints(
  from: number,
  to: number,
  findings: Findings,
): Promise<Map<number, Checkpoint>> {
  const sizes = await db.ledgerCheckpoint.findMany({
    where: { size: { gte: from, lte: to } },
    orderBy: { size: "asc" },
    select: { size: true },
  });
  const rows = await readRows(
    sizes.map(({ size }) => size),
    (size) => findings.add(null, `The checkpoint of ${size} entries cannot be read.`),
  );
  return new Map(rows.map((row) => [row.size, row]));
}

function readRows(sizes: number[], unreadable: (size: number) => void): Promise<Checkpoint[]> {
  return readDespiteDamage(
    sizes,
    (keys) =>
      db.ledgerCheckpoint.findMany({
        where: { size: { gte: keys[0], lte: keys.at(-1) } },
        orderBy: { size: "asc" },
        select: columns,
      }),
    unreadable,
  );
}

/** `root` is what the stored tree gives at that size, null where rows of it are missing. */
export function checkCheckpoint(
  row: Checkpoint,
  root: Buffer | null,
  key: NoteVerifier | null,
  findings: Findings,
): void {
  const what = `The checkpoint of ${row.size} entries`;
  if (root && row.rootHash !== root.toString("hex"))
    findings.add(null, `${what} has another root than the tree.`);
  if (key) checkNote(row, key, findings);
}

function checkNote(row: Checkpoint, key: NoteVerifier, findings: Findings): void {
  const what = `The checkpoint of ${row.size} entries`;
  const signed = open(row.note, key);
  if (!signed) return findings.add(null, `${what} is not signed with the ledger's key.`);
  if (signed.size !== row.size)
    findings.add(null, `${what} has a note that was signed for ${signed.size} entries.`);
  if (signed.rootHash !== row.rootHash) findings.add(null, `${what} has another root than its signed note.`);
  if (signed.sealedAt?.getTime() !== row.sealedAt.getTime())
    findings.add(null, `${what} has another time than its signed note.`);
}

function open(note: string, key: NoteVerifier): SignedCheckpoint | null {
  try {
    return openCheckpoint(note, key);
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}

/** Compares with the list outside the database, which tells when checkpoints were removed with all that they covered. */
export async function findKeptCheckpoints(findings: Findings): Promise<void> {
  /* Every line, also a second one of the same size: it shows that entries were removed and others sealed in their place. */
  let page: { size: number; rootHash: string }[] = [];
  const compare = async () => {
    const rows = await db.ledgerCheckpoint.findMany({
      where: { size: { in: page.map(({ size }) => size) } },
      select: { size: true, rootHash: true },
    });
    const stored = new Map(rows.map(({ size, rootHash }) => [size, rootHash]));
    for (const { size, rootHash } of page) {
      const what = `The checkpoint of ${size} entries`;
      if (!stored.has(size)) findings.add(null, `${what} was removed from the database.`);
      else if (stored.get(size) !== rootHash)
        findings.add(null, `${what} had another root when it was signed.`);
    }
    page = [];
  };
  for await (const { size, rootHash } of keptCheckpoints()) {
    page.push({ size, rootHash });
    if (page.length === PAGE) await compare();
  }
  if (page.length > 0) await compare();
}

/** Rows at places where sealing never puts any, and leaves, records or clauses whose other half is gone. */
export async function findLooseRows(
  size: number,
  key: NoteVerifier | null,
  findings: Findings,
): Promise<void> {
  const few = { take: PAGE } as const;
  const leaves = await db.ledgerLeaf.findMany({
    where: { OR: [{ index: { lt: 0 } }, { index: { gte: size } }] },
    select: { index: true, entryId: true },
    ...few,
  });
  const nodes = await db.ledgerNode.findMany({
    where: {
      OR: [
        { level: { lt: 1 } },
        { level: { gt: 31 } },
        { index: { lt: 0 } },
        ...Array.from({ length: 31 }, (_, below) => ({
          level: below + 1,
          index: { gte: Math.floor(size / 2 ** (below + 1)) },
        })),
      ],
    },
    select: { level: true, index: true },
    ...few,
  });
  const sizes = await db.ledgerCheckpoint.findMany({
    where: { OR: [{ size: { lt: 1 } }, { size: { gt: size } }] },
    select: { size: true },
    ...few,
  });
  for (const { size: other } of sizes) {
    const [row] = await readRows([other], () =>
      findings.add(null, `The checkpoint of ${other} entries cannot be read.`),
    );
    if (row && key) checkNote(row, key, findings);
  }
  /* Asked last: what was sealed since the beginning is covered by now. */
  const covered = await newestSignedSize(key);
  for (const { index, entryId } of leaves)
    if (index < 0 || index >= covered)
      findings.add(entryId, `The leaf at place ${index} is covered by no checkpoint.`);
  for (const { level, index } of nodes)
    if (level < 1 || index < 0 || (index + 1) * 2 ** level > covered)
      findings.add(null, `Node ${index} of level ${level} of the tree covers leaves that do not exist.`);
}
