/** Reads the stored hashes that a proof, or the right edge of the tree, is made of: two queries, whatever the size. */
import { db, type Tx } from "~/platform/db/client.server";
import { subtreesOf, type LeafRange, type ReadSubtree } from "./merkle";

/** Sealing never leaves one out: somebody removed it. */
export class MissingNode extends Error {}

/** The function that is returned throws MissingNode. */
export async function readSubtrees(
  ranges: readonly LeafRange[],
  client: Tx | typeof db = db,
): Promise<ReadSubtree> {
  const wanted = ranges.flatMap(subtreesOf);
  const inner = wanted.filter(({ level }) => level > 0).map(({ level, index }) => ({ level, index }));
  const leaves = wanted.filter(({ level }) => level === 0).map(({ index }) => index);
  const hashes = new Map<string, Buffer>();
  if (leaves.length > 0) {
    const rows = await client.ledgerLeaf.findMany({
      where: { index: { in: leaves } },
      select: { index: true, hash: true },
    });
    for (const { index, hash } of rows) hashes.set(`0/${index}`, Buffer.from(hash, "hex"));
  }
  if (inner.length > 0) {
    const rows = await client.ledgerNode.findMany({
      where: { OR: inner },
      select: { level: true, index: true, hash: true },
    });
    for (const { level, index, hash } of rows) hashes.set(`${level}/${index}`, Buffer.from(hash, "hex"));
  }
  return ({ level, index }) => {
    const hash = hashes.get(`${level}/${index}`);
    if (!hash) throw new MissingNode(`Node ${index} of level ${level} is missing from the ledger`);
    return hash;
  };
}
