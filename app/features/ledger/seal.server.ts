/** Gives entries that wait their place in the tree, a batch a transaction, each with its signed checkpoint. */
import { setImmediate as letOthersRun } from "node:timers/promises";
import { now } from "~/platform/clock.server";
import { db, transaction, type Prisma, type Tx } from "~/platform/db/client.server";
import { keepOutsideDatabase, signCheckpoint, type Checkpoint } from "./checkpoint.server";
import { Frontier, type CompletedNode } from "./frontier";
import { leafHash } from "./merkle";
import type { NoteSigner } from "./note";
import { findOrCreateSigningKey, findSigningKey, signingKeyPath } from "./signing-key.server";
import { readSubtrees } from "./stored-nodes.server";

/** A batch holds SQLite's write lock, so it must not take long, and Prisma passes it 999 parameters at the most. */
const BATCH = 400;
const TRIES = 5;

/**
 * Seals everything that waits, or what was recorded until a moment. The caller holds a lease, so that processes do not
 * do the same work; when two meet nevertheless, the unique index on a leaf's place lets one win and the other begin its batch again.
 */
export async function sealPending(
  onProgress: (sealed: number) => void = () => {},
  until?: Date,
): Promise<number> {
  let total = 0;
  for (;;) {
    const batch = await withRetries(() => sealBatch(until));
    if (!batch) return total;
    if (batch.checkpoint) await keepOutsideDatabase(batch.checkpoint);
    total += batch.sealed;
    onProgress(total);
    /* SQLite answers at once, and a chain of promises alone would let nobody else in until all is sealed. */
    await letOthersRun();
  }
}

interface SealedBatch {
  sealed: number;
  checkpoint: Checkpoint | null;
}

/** @returns null when nothing waits. */
async function sealBatch(until?: Date): Promise<SealedBatch | null> {
  const where = until ? { recordedAt: { lte: until } } : {};
  /* Asked outside the transaction: on SQLite a transaction takes the write lock, and mostly nothing waits. */
  if (!(await db.unsealedEntry.findFirst({ where, select: { entryId: true } }))) return null;
  const signer = await signingKey();
  return transaction(async (tx) => {
    const waiting = await takeWaiting(tx, where);
    if (waiting.length === 0) return { sealed: 0, checkpoint: null };
    const entries = await entriesInOrder(tx, waiting);
    const frontier = await currentFrontier(tx);
    const leaves: { index: number; entryId: string; hash: string }[] = [];
    const nodes: CompletedNode[] = [];
    for (const { id, body } of entries) {
      const hash = leafHash(body);
      leaves.push({ index: frontier.size, entryId: id, hash: hash.toString("hex") });
      nodes.push(...frontier.append(hash));
    }
    if (leaves.length === 0) return { sealed: 0, checkpoint: null };
    const checkpoint = signCheckpoint(signer, frontier.size, frontier.root(), now());
    await tx.ledgerLeaf.createMany({ data: leaves });
    if (nodes.length > 0)
      await tx.ledgerNode.createMany({
        data: nodes.map((node) => ({ ...node, hash: node.hash.toString("hex") })),
      });
    await tx.ledgerCheckpoint.create({ data: checkpoint, select: { size: true } });
    return { sealed: leaves.length, checkpoint };
  });
}

/** Takes the oldest entries off the queue. Whoever else took one of them first makes this batch begin again. */
async function takeWaiting(tx: Tx, where: Prisma.UnsealedEntryWhereInput): Promise<string[]> {
  const rows = await tx.unsealedEntry.findMany({
    where,
    orderBy: [{ recordedAt: "asc" }, { entryId: "asc" }],
    take: BATCH,
    select: { entryId: true },
  });
  const ids = rows.map(({ entryId }) => entryId);
  const { count } = await tx.unsealedEntry.deleteMany({ where: { entryId: { in: ids } } });
  if (count !== ids.length) throw new SealedElsewhere();
  return ids;
}

class SealedElsewhere extends Error {}

/** An id that has a leaf already is passed over: a row slipped into the queue must not stop sealing. */
async function entriesInOrder(tx: Tx, ids: string[]): Promise<{ id: string; body: string }[]> {
  const entries = await tx.ledgerEntry.findMany({
    where: { id: { in: ids } },
    select: { id: true, body: true },
  });
  const leaves = await tx.ledgerLeaf.findMany({ where: { entryId: { in: ids } }, select: { entryId: true } });
  const sealed = new Set(leaves.map(({ entryId }) => entryId));
  const bodies = new Map(entries.map(({ id, body }) => [id, body]));
  return ids.flatMap((id) => {
    const body = bodies.get(id);
    return body === undefined || sealed.has(id) ? [] : [{ id, body }];
  });
}

async function currentFrontier(tx: Tx): Promise<Frontier> {
  const newest = await tx.ledgerLeaf.findFirst({ orderBy: { index: "desc" }, select: { index: true } });
  const size = newest ? newest.index + 1 : 0;
  return new Frontier(size, await readSubtrees([[0, size]], tx));
}

async function signingKey(): Promise<NoteSigner> {
  const found = await findSigningKey();
  if (found) return found;
  /* A new key would make all earlier checkpoints worthless without anyone noticing. */
  if (await db.ledgerCheckpoint.findFirst({ select: { size: true } }))
    throw new Error(
      `The ledger has checkpoints, but ${signingKeyPath()} is missing: restore it from a backup`,
    );
  return findOrCreateSigningKey();
}

async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: string }).code;
      /* P2002: the place was taken. P2034: PostgreSQL ended one of two transactions that waited for each other. */
      const wasElsewhere = error instanceof SealedElsewhere || code === "P2002" || code === "P2034";
      if (!wasElsewhere || tries === TRIES) throw error;
    }
  }
}
