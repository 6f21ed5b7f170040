import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Frontier } from "./frontier";
import {
  consistencyRanges,
  emptyRoot,
  inclusionRanges,
  leafHash,
  nodeHash,
  rangeHash,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  type ReadSubtree,
} from "./merkle";

/* The eight leaves, their roots and proofs that Certificate Transparency implementations test with. */
const CT_LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const CT_ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const LARGEST = 130;
const leaves = Array.from({ length: LARGEST }, (_, index) => leafHash(`leaf ${index}`));
const { read, roots } = grow(leaves);

function grow(hashes: readonly Buffer[]): { read: ReadSubtree; roots: Buffer[] } {
  const stored = new Map<string, Buffer>();
  const frontier = new Frontier();
  const rootsBySize = [frontier.root()];
  hashes.forEach((hash, index) => {
    stored.set(`0/${index}`, hash);
    for (const node of frontier.append(hash)) stored.set(`${node.level}/${node.index}`, node.hash);
    rootsBySize.push(frontier.root());
  });
  return { roots: rootsBySize, read: ({ level, index }) => stored.get(`${level}/${index}`)! };
}

/** MTH of RFC 6962, section 2.1, written as the recursion it is defined by: what the stored nodes must agree with. */
function definedRoot(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot();
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(definedRoot(hashes.slice(0, split)), definedRoot(hashes.slice(split)));
}

const hex = (buffers: readonly Buffer[]) => buffers.map((buffer) => buffer.toString("hex"));
const flipped = (bytes: Buffer, bit: number) => {
  const copy = Buffer.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
};
const inclusionProof = (index: number, size: number) =>
  inclusionRanges(index, size).map((range) => rangeHash(range, read));
const consistencyProof = (from: number, to: number) =>
  consistencyRanges(from, to).map((range) => rangeHash(range, read));

describe("tree hash", () => {
  it("gives the published roots", () => {
    const tree = grow(CT_LEAVES.map((leaf) => leafHash(Buffer.from(leaf, "hex"))));
    expect(emptyRoot().toString("hex")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    expect(hex(tree.roots.slice(1))).toEqual(CT_ROOTS);
  });

  it("gives the published inclusion and consistency proofs", () => {
    const tree = grow(CT_LEAVES.map((leaf) => leafHash(Buffer.from(leaf, "hex"))));
    const hashes = (ranges: readonly (readonly [number, number])[]) =>
      hex(ranges.map((range) => rangeHash(range, tree.read)));
    expect(hashes(inclusionRanges(0, 8))).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect(hashes(inclusionRanges(5, 8))).toEqual([
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
    expect(hashes(inclusionRanges(2, 3))).toEqual([
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    ]);
    expect(hashes(consistencyRanges(6, 8))).toEqual([
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
    expect(hashes(consistencyRanges(1, 1))).toEqual([]);
  });

  it("from stored subtrees is the one that RFC 6962 defines, for every size", () => {
    for (let size = 0; size <= LARGEST; size++) {
      const root = definedRoot(leaves.slice(0, size));
      expect(treeRoot(size, read)).toEqual(root);
      expect(roots[size]).toEqual(root);
    }
  });

  it("continues from any size as if it had never stopped", () => {
    for (let size = 0; size < LARGEST; size++) {
      const frontier = new Frontier(size, read);
      frontier.append(leaves[size]!);
      expect(frontier.root()).toEqual(roots[size + 1]);
    }
  });
});

describe("inclusion proofs", () => {
  it("verify for every leaf of every size", () => {
    for (let size = 1; size <= LARGEST; size++)
      for (let index = 0; index < size; index++) {
        const claim = {
          leaf: leaves[index]!,
          index,
          size,
          root: roots[size]!,
          proof: inclusionProof(index, size),
        };
        if (!verifyInclusion(claim)) expect.fail(`leaf ${index} of ${size}`);
      }
  });

  it("fail with any bit flipped, a hash left out or added, or another place", () => {
    const cases = fc.integer({ min: 2, max: LARGEST }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        index: fc.nat(size - 1),
        other: fc.nat(size - 1),
        at: fc.nat(),
        bit: fc.nat(255),
      }),
    );
    fc.assert(
      fc.property(cases, ({ size, index, other, at, bit }) => {
        const proof = inclusionProof(index, size);
        const step = at % proof.length;
        const claim = { leaf: leaves[index]!, index, size, root: roots[size]!, proof };
        const forged = [
          { leaf: flipped(claim.leaf, bit) },
          { root: flipped(claim.root, bit) },
          { proof: proof.with(step, flipped(proof[step]!, bit)) },
          { proof: proof.toSpliced(step, 1) },
          { proof: proof.toSpliced(step, 0, leaves[0]!) },
          { proof: [...proof, leaves[0]!] },
          { index: size },
          { index: -1 },
          { index: 0.5 },
          ...(other === index ? [] : [{ index: other }, { leaf: leaves[other]! }]),
        ];
        expect(verifyInclusion(claim)).toBe(true);
        for (const change of forged) expect(verifyInclusion({ ...claim, ...change })).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});

describe("consistency proofs", () => {
  it("verify for every pair of sizes", () => {
    for (let to = 0; to <= LARGEST; to++)
      for (let from = 0; from <= to; from++) {
        const claim = {
          from,
          fromRoot: roots[from]!,
          to,
          toRoot: roots[to]!,
          proof: consistencyProof(from, to),
        };
        if (!verifyConsistency(claim)) expect.fail(`${from} to ${to}`);
      }
  });

  it("fail with any bit flipped, a hash left out or added, or another size", () => {
    const cases = fc.integer({ min: 2, max: LARGEST }).chain((to) =>
      fc.record({
        to: fc.constant(to),
        from: fc.integer({ min: 1, max: to - 1 }),
        at: fc.nat(),
        bit: fc.nat(255),
      }),
    );
    fc.assert(
      fc.property(cases, ({ from, to, at, bit }) => {
        const proof = consistencyProof(from, to);
        const step = at % proof.length;
        const claim = { from, fromRoot: roots[from]!, to, toRoot: roots[to]!, proof };
        const forged = [
          { fromRoot: flipped(claim.fromRoot, bit) },
          { toRoot: flipped(claim.toRoot, bit) },
          { proof: proof.with(step, flipped(proof[step]!, bit)) },
          { proof: proof.toSpliced(step, 1) },
          { proof: [...proof, leaves[0]!] },
          { proof: [] },
          { from: to, fromRoot: claim.toRoot },
          { from: to + 1 },
          { from: 0 },
          { from: to },
        ];
        expect(verifyConsistency(claim)).toBe(true);
        for (const change of forged) expect(verifyConsistency({ ...claim, ...change })).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});
