/** The right edge of a growing tree: all that is needed to append leaves and to know the root at every size. */
import { emptyRoot, nodeHash, subtreesOf, type ReadSubtree, type Subtree } from "./merkle";

export interface CompletedNode extends Subtree {
  readonly hash: Buffer;
}

export class Frontier {
  /** Complete subtrees left to right: one for each set bit of the size, the largest first. */
  readonly #edge: Buffer[];
  #size: number;

  constructor(size = 0, read?: ReadSubtree) {
    this.#size = size;
    this.#edge = read ? subtreesOf([0, size]).map(read) : [];
  }

  get size(): number {
    return this.#size;
  }

  /** @returns the inner nodes that this leaf completes, lowest first. */
  append(leaf: Buffer): CompletedNode[] {
    const completed: CompletedNode[] = [];
    let hash = leaf;
    let index = this.#size;
    for (let level = 1; index % 2 === 1; level++) {
      hash = nodeHash(this.#edge.pop()!, hash);
      index = (index - 1) / 2;
      completed.push({ level, index, hash });
    }
    this.#edge.push(hash);
    this.#size += 1;
    return completed;
  }

  root(): Buffer {
    if (this.#size === 0) return emptyRoot();
    return this.#edge.reduceRight((right, left) => nodeHash(left, right));
  }
}
