/** Checks stored leaves, nodes and checkpoints against each other, from the first leaf to the last. */
import { setImmediate as letOthersRun } from "node:timers/promises";
import { db } from "~/platform/db/client.server";
import type { Findings } from "./findings";
import { emptyRoot, nodeHash } from "./merkle";
import type { NoteVerifier } from "./note";
import { readDespiteDamage } from "./read-despite-damage.server";
import { checkCheckpoint, readCheckpoints } from "./verify-checkpoints.server";

const BATCH = 4_000;
const TOP_LEVEL = 31;

/** Null where a row is missing: what lies above is then compared with what is stored instead. */
type Hash = Buffer | null;

export interface TreeCounts {
  leaves: number;
  nodes: number;
  checkpoints: number;
}

/** Goes through the first `size` leaves, those that the newest checkpoint covers. */
export async function verifyTree(
  size: number,
  key: NoteVerifier | null,
  findings: Findings,
  progress: (leaves: number) => void,
): Promise<TreeCounts> {
  const counts = { leaves: 0, nodes: 0, checkpoints: 0 };
  const edge: Hash[] = [];
  for (let start = 0; start < size; start += BATCH) {
    const end = Math.min(start + BATCH, size);
    const leaves = await readLeaves(start, end, findings);
    const nodes = await readNodes(start, end, findings);
    const checkpoints = await readCheckpoints(start + 1, end, findings);
    for (let index = start; index < end; index++) {
      const leaf = leaves.get(index) ?? null;
      if (leaf) counts.leaves += 1;
      else findings.add(null, `The leaf at place ${index} is missing or unreadable.`);
      append(edge, index, leaf, nodes, findings);
      const checkpoint = checkpoints.get(index + 1);
      if (checkpoint) checkCheckpoint(checkpoint, rootOf(edge), key, findings);
    }
    counts.nodes += nodes.size;
    counts.checkpoints += checkpoints.size;
    progress(end - start);
    await letOthersRun();
  }
  return counts;
}

/**
 * Each stored node is compared with its two stored children, so that a change is reported where it was made
 * and not again in every node above; if all of them agree, the root is the root of the leaves.
 */
function append(
  edge: Hash[],
  leafIndex: number,
  leaf: Hash,
  nodes: ReadonlyMap<string, Buffer>,
  findings: Findings,
): void {
  let hash = leaf;
  let index = leafIndex;
  for (let level = 1; index % 2 === 1; level++) {
    const left = edge.pop()!;
    const computed = left && hash && nodeHash(left, hash);
    index = (index - 1) / 2;
    const stored = nodes.get(`${level}/${index}`);
    if (!stored) findings.add(null, `Node ${index} of level ${level} of the tree is missing or unreadable.`);
    else if (computed && !computed.equals(stored))
      findings.add(
        null,
        `Node ${index} of level ${level} of the tree does not follow from what is below it.`,
      );
    hash = stored ?? computed;
  }
  edge.push(hash);
}

function rootOf(edge: readonly Hash[]): Hash {
  if (edge.length === 0) return emptyRoot();
  return edge.reduceRight((right, left) => right && left && nodeHash(left, right));
}

async function readLeaves(start: number, end: number, findings: Findings): Promise<Map<number, Buffer>> {
  const indices = Array.from({ length: end - start }, (_, offset) => start + offset);
  const rows = await readDespiteDamage(
    indices,
    (keys) =>
      db.ledgerLeaf.findMany({
        where: { index: { gte: keys[0], lte: keys.at(-1) } },
        select: { index: true, hash: true },
      }),
    /* It is then missing from the result, which is reported. */
    () => {},
  );
  return new Map(
    rows.flatMap(({ index, hash }) =>
      isHash(hash, `The leaf at place ${index}`, findings) ? [[index, Buffer.from(hash, "hex")]] : [],
    ),
  );
}

/** The inner nodes that leaves from `start` up to `end` complete. */
async function readNodes(start: number, end: number, findings: Findings): Promise<Map<string, Buffer>> {
  const ranges = Array.from({ length: TOP_LEVEL }, (_, below) => {
    const level = below + 1;
    return { level, from: Math.floor(start / 2 ** level), until: Math.floor(end / 2 ** level) };
  }).filter(({ from, until }) => from < until);
  const rows = [];
  for (const { level, from, until } of ranges) {
    const indices = Array.from({ length: until - from }, (_, offset) => from + offset);
    const read = await readDespiteDamage(
      indices,
      (keys) =>
        db.ledgerNode.findMany({
          where: { level, index: { gte: keys[0], lte: keys.at(-1) } },
          select: { level: true, index: true, hash: true },
        }),
      () => {},
    );
    rows.push(...read);
  }
  return new Map(
    rows.flatMap(({ level, index, hash }) =>
      isHash(hash, `Node ${index} of level ${level} of the tree`, findings)
        ? [[`${level}/${index}`, Buffer.from(hash, "hex")]]
        : [],
    ),
  );
}

/** Upper case or blanks would read as the same bytes and still be a change. */
function isHash(hash: string, what: string, findings: Findings): boolean {
  if (/^[0-9a-f]{64}$/.test(hash)) return true;
  findings.add(null, `${what} does not hold a hash.`);
  return false;
}
