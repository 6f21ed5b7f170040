/** What the ledger shows. It holds no personal data; who may look is decided by the features that show it. */
import { db, sql } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { formatProof } from "./checkpoint-text";
import { ledgerVkey, openCheckpoint, type Checkpoint } from "./checkpoint.server";
import {
  consistencyRanges,
  inclusionRanges,
  leafHash,
  rangeHash,
  verifyConsistency,
  verifyInclusion,
  type LeafRange,
} from "./merkle";
import { NoteError, parseVkey } from "./note";
import { MissingNode, readSubtrees } from "./stored-nodes.server";

const checkpointColumns = { size: true, rootHash: true, note: true, sealedAt: true } as const;
const NEWEST = 10;
const LARGEST_PAGE = 100;

export interface EntryProof {
  readonly entryId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The canonical JSON whose hash is the leaf, byte for byte. */
  readonly body: string;
  readonly leafHash: string;
  /** Null while the entry waits to be sealed. */
  readonly place: EntryPlace | null;
}

export interface EntryPlace {
  readonly leafIndex: number;
  /** From the leaf's sibling upwards, in base64. */
  readonly hashes: readonly string[];
  readonly checkpoint: Checkpoint;
  readonly vkey: string;
  /** Body, hashes and checkpoint as they are stored now fit together, and the checkpoint is signed. */
  readonly verified: boolean;
  /** All of it in the format of c2sp.org/tlog-proof, to be checked by anyone's software. */
  readonly proof: string;
}

/** @throws NotFound */
export async function entryProof(entryId: string): Promise<EntryProof> {
  const entry = await db.ledgerEntry.findUnique({
    where: { id: entryId },
    select: {
      id: true,
      type: true,
      occurredAt: true,
      recordedAt: true,
      body: true,
      leaf: { select: { index: true } },
    },
  });
  if (!entry) throw new NotFound("ledger entry");
  const { id, leaf, ...columns } = entry;
  const hash = leafHash(entry.body);
  const place = leaf && (await placeOf(leaf.index, hash));
  return { entryId: id, ...columns, leafHash: hash.toString("hex"), place };
}

async function placeOf(leafIndex: number, leaf: Buffer): Promise<EntryPlace | null> {
  const checkpoint = await newestCheckpoint();
  const vkey = await ledgerVkey();
  if (!checkpoint || !vkey || leafIndex >= checkpoint.size) return null;
  const proof = await readRanges(inclusionRanges(leafIndex, checkpoint.size));
  const root = signedRoot(checkpoint, vkey);
  const verified =
    proof !== null &&
    root !== null &&
    verifyInclusion({ leaf, index: leafIndex, size: checkpoint.size, root, proof });
  return {
    leafIndex,
    hashes: (proof ?? []).map((hash) => hash.toString("base64")),
    checkpoint,
    vkey,
    verified,
    proof: formatProof(leafIndex, proof ?? [], checkpoint.note),
  };
}

export interface ConsistencyProof {
  readonly from: Checkpoint;
  readonly to: Checkpoint;
  readonly hashes: readonly string[];
  readonly verified: boolean;
}

/** That the tree of one checkpoint is the beginning of the tree of another. @throws NotFound when there is no such checkpoint. */
export async function consistencyProof(fromSize: number, toSize: number): Promise<ConsistencyProof> {
  const [from, to] = await Promise.all([checkpointOf(fromSize), checkpointOf(toSize)]);
  const vkey = await ledgerVkey();
  if (!from || !to || !vkey || fromSize > toSize) throw new NotFound("checkpoint");
  const proof = await readRanges(consistencyRanges(from.size, to.size));
  const [fromRoot, toRoot] = [signedRoot(from, vkey), signedRoot(to, vkey)];
  const verified =
    proof !== null &&
    fromRoot !== null &&
    toRoot !== null &&
    verifyConsistency({ from: from.size, fromRoot, to: to.size, toRoot, proof });
  return { from, to, hashes: (proof ?? []).map((hash) => hash.toString("base64")), verified };
}

export interface LedgerOverview {
  readonly size: number;
  /** Newest first. */
  readonly checkpoints: readonly Checkpoint[];
  /** Null before the first checkpoint. */
  readonly vkey: string | null;
  readonly waiting: number;
}

export async function ledgerOverview(): Promise<LedgerOverview> {
  const [checkpoints, waiting, vkey] = await Promise.all([
    db.ledgerCheckpoint.findMany({ orderBy: { size: "desc" }, take: NEWEST, select: checkpointColumns }),
    db.unsealedEntry.count(),
    ledgerVkey(),
  ]);
  return { size: checkpoints[0]?.size ?? 0, checkpoints, vkey, waiting };
}

export interface ListedEntry {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly leafIndex: number | null;
}

/**
 * By their place in the tree, the last first; the first page begins with what waits for its place. `before` is the `next`
 * of the page before.
 */
export async function listEntries(
  page: { before?: number; take?: number } = {},
): Promise<{ entries: ListedEntry[]; next: number | null }> {
  const take = Math.min(page.take ?? 50, LARGEST_PAGE);
  const { before } = page;
  const columns = sql`e."id", e."type", e."occurredAt", e."recordedAt"`;
  const waiting =
    before === undefined
      ? await db.$queryRaw<ListedEntry[]>`
          SELECT ${columns}, NULL AS "leafIndex"
          FROM "UnsealedEntry" u JOIN "LedgerEntry" e ON e."id" = u."entryId"
          ORDER BY u."recordedAt" DESC, u."entryId" DESC LIMIT ${take}`
      : [];
  const sealed = await db.$queryRaw<(ListedEntry & { leafIndex: number | bigint })[]>`
    SELECT ${columns}, leaf."index" AS "leafIndex"
    FROM "LedgerLeaf" leaf JOIN "LedgerEntry" e ON e."id" = leaf."entryId"
    ${before === undefined ? sql`` : sql`WHERE leaf."index" < ${before}`}
    ORDER BY leaf."index" DESC LIMIT ${take + 1}`;
  const shown = sealed.slice(0, take).map((entry) => ({ ...entry, leafIndex: Number(entry.leafIndex) }));
  /* What was sealed between the two questions stands in both. */
  const sealedIds = new Set(shown.map(({ id }) => id));
  const entries = [...waiting.filter(({ id }) => !sealedIds.has(id)), ...shown];
  return { entries, next: sealed.length > take ? shown.at(-1)!.leafIndex : null };
}

function newestCheckpoint(): Promise<Checkpoint | null> {
  return db.ledgerCheckpoint.findFirst({ orderBy: { size: "desc" }, select: checkpointColumns });
}

function checkpointOf(size: number): Promise<Checkpoint | null> {
  return db.ledgerCheckpoint.findUnique({ where: { size }, select: checkpointColumns });
}

async function readRanges(ranges: readonly LeafRange[]): Promise<Buffer[] | null> {
  try {
    const read = await readSubtrees(ranges);
    return ranges.map((range) => rangeHash(range, read));
  } catch (error) {
    if (error instanceof MissingNode) return null;
    throw error;
  }
}

function signedRoot(checkpoint: Checkpoint, vkey: string): Buffer | null {
  try {
    const signed = openCheckpoint(checkpoint.note, parseVkey(vkey));
    return signed.size === checkpoint.size ? Buffer.from(signed.rootHash, "hex") : null;
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}
