/**
 * The Merkle tree of RFC 6962, section 2.1, and the verification algorithms of RFC 9162, section 2.1.
 * Pure: the caller reads the stored hashes of complete subtrees, O(log n) of them for a proof.
 */
import { createHash } from "node:crypto";

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/** The complete subtree over leaves index*2^level up to (index+1)*2^level; level 0 is a leaf. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}
/** Leaves from the first number up to, not including, the second. */
export type LeafRange = readonly [number, number];
export type ReadSubtree = (subtree: Subtree) => Buffer;

export function leafHash(data: string | Uint8Array): Buffer {
  return createHash("sha256").update(LEAF).update(data).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

/** What RFC 6962 defines for a tree without leaves. */
export function emptyRoot(): Buffer {
  return createHash("sha256").digest();
}

/** The complete subtrees, left to right, that a range is made of; `start` must be aligned as in RFC 6962's recursion. */
export function subtreesOf([start, end]: LeafRange): Subtree[] {
  const found: Subtree[] = [];
  for (let at = start; at < end;) {
    const level = Math.floor(Math.log2(end - at));
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

export function rangeHash(range: LeafRange, read: ReadSubtree): Buffer {
  const hashes = subtreesOf(range).map(read);
  return hashes.length === 0 ? emptyRoot() : hashes.reduceRight((right, left) => nodeHash(left, right));
}

export function treeRoot(size: number, read: ReadSubtree): Buffer {
  return rangeHash([0, size], read);
}

/** The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves, nearest first. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const path: LeafRange[] = [];
  for (let start = 0, end = size; end - start > 1;) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.push([middle, end]);
      end = middle;
    } else {
      path.push([start, middle]);
      start = middle;
    }
  }
  return path.reverse();
}

/** The ranges whose hashes prove that the tree of `to` leaves begins with the tree of `from` leaves. */
export function consistencyRanges(from: number, to: number): LeafRange[] {
  if (from === 0 || from === to) return [];
  const path: LeafRange[] = [];
  let [start, end] = [0, to];
  while (from < end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      path.push([middle, end]);
      end = middle;
    } else {
      path.push([start, middle]);
      start = middle;
    }
  }
  /* A verifier has the root of the whole old tree already, so it is left out when it is the last step. */
  if (start > 0) path.push([start, end]);
  return path.reverse();
}

/** The largest power of two smaller than `count`. */
function splitOf(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1);
}

export interface Inclusion {
  leaf: Uint8Array;
  index: number;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

export function verifyInclusion({ leaf, index, size, root, proof }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let [fn, sn] = [index, size - 1];
  let hash: Buffer = Buffer.from(leaf);
  for (const step of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(step, hash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, step);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash.equals(root);
}

export interface Consistency {
  from: number;
  fromRoot: Uint8Array;
  to: number;
  toRoot: Uint8Array;
  proof: readonly Uint8Array[];
}

export function verifyConsistency({ from, fromRoot, to, toRoot, proof }: Consistency): boolean {
  if (!isCount(from) || !isCount(to) || from > to) return false;
  if (from === to) return proof.length === 0 && Buffer.compare(fromRoot, toRoot) === 0;
  if (from === 0) return proof.length === 0 && emptyRoot().equals(fromRoot);
  const steps = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof];
  const first = steps.shift();
  if (!first) return false;
  let [fn, sn] = [from - 1, to - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let oldHash: Buffer = Buffer.from(first);
  let newHash = oldHash;
  for (const step of steps) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      oldHash = nodeHash(step, oldHash);
      newHash = nodeHash(step, newHash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      newHash = nodeHash(newHash, step);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && oldHash.equals(fromRoot) && newHash.equals(toRoot);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(value: number): boolean {
  return 2 ** Math.round(Math.log2(value)) === value;
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
