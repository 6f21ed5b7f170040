import { beforeAll, describe, expect, it } from "vitest";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { behindThePortal } from "../../../tests/setup/behind-the-portal";
import { givenRecorded } from "../../../tests/setup/facts";
import { consistencyProof, entryProof, ledgerOverview, listEntries } from "./ledger-queries.server";
import { leafHash, verifyConsistency, verifyInclusion } from "./merkle";
import { openNote, parseVkey } from "./note";
import { sealPending } from "./seal.server";

const SIZES = [1, 4, 11];
const ids: string[] = [];

beforeAll(async () => {
  expect(await ledgerOverview()).toEqual({ size: 0, checkpoints: [], vkey: null, waiting: 0 });
  expect(await listEntries()).toEqual({ entries: [], next: null });
  for (let count = 1; count <= 12; count++) {
    ids.push(await at(new Date(Date.UTC(2026, 0, count)), () => givenRecorded()));
    if (SIZES.includes(count)) await sealPending();
  }
});

const decode = (hashes: readonly string[]) => hashes.map((hash) => Buffer.from(hash, "base64"));

describe("entryProof", () => {
  it("proves every sealed entry to somebody who has nothing but the key", async () => {
    for (const [index, id] of ids.slice(0, 11).entries()) {
      const { body, place } = await entryProof(id);
      expect(place).toMatchObject({ leafIndex: index, verified: true, checkpoint: { size: 11 } });
      const [, size, root] = openNote(place!.checkpoint.note, parseVkey(place!.vkey)).text.split("\n");
      const claim = { leaf: leafHash(body), index, size: Number(size), root: Buffer.from(root!, "base64") };
      expect(verifyInclusion({ ...claim, proof: decode(place!.hashes) })).toBe(true);
      expect(place!.proof).toBe(
        `c2sp.org/tlog-proof@v1\nindex ${index}\n${place!.hashes.join("\n")}\n\n${place!.checkpoint.note}`,
      );
    }
  });

  it("has no place to show for an entry that waits", async () => {
    expect(await entryProof(ids[11]!)).toMatchObject({
      entryId: ids[11],
      type: "test-submitted",
      place: null,
    });
  });

  it("is not found for an entry that does not exist", async () => {
    await expect(entryProof(newId())).rejects.toThrow(NotFound);
  });

  it("does not verify what was changed, or when what it needs was removed", async () => {
    const verified = async () => (await entryProof(ids[2]!)).place!.verified;
    const { body } = await db.ledgerEntry.findUniqueOrThrow({ where: { id: ids[2]! } });
    const node = await db.ledgerNode.findUniqueOrThrow({ where: { level_index: { level: 1, index: 0 } } });
    await behindThePortal(async (run) => {
      await run(`UPDATE "LedgerEntry" SET "body" = '{}' WHERE "id" = ?`, [ids[2]!]);
      expect(await verified()).toBe(false);
      await run(`UPDATE "LedgerEntry" SET "body" = ? WHERE "id" = ?`, [body, ids[2]!]);
      await run(`DELETE FROM "LedgerNode" WHERE "level" = 1 AND "index" = 0`);
      expect(await verified()).toBe(false);
      await run(`INSERT INTO "LedgerNode" ("level", "index", "hash") VALUES (1, 0, ?)`, [node.hash]);
      await run(`UPDATE "LedgerCheckpoint" SET "note" = '' WHERE "size" = 11`);
      expect(await verified()).toBe(false);
    });
  });
});

describe("consistencyProof", () => {
  it("proves that a later checkpoint continues an earlier one", async () => {
    const { from, to, hashes, verified } = await consistencyProof(1, 4);
    expect(verified).toBe(true);
    const roots = { fromRoot: Buffer.from(from.rootHash, "hex"), toRoot: Buffer.from(to.rootHash, "hex") };
    expect(verifyConsistency({ from: 1, to: 4, ...roots, proof: decode(hashes) })).toBe(true);
  });

  it("is not found for sizes without a checkpoint, or the wrong way round", async () => {
    await expect(consistencyProof(2, 4)).rejects.toThrow(NotFound);
    await expect(consistencyProof(4, 1)).rejects.toThrow(NotFound);
  });
});

describe("ledgerOverview", () => {
  it("shows the size, the newest checkpoints, the key and what waits", async () => {
    const { size, checkpoints, vkey, waiting } = await ledgerOverview();
    expect({ size, waiting, sizes: checkpoints.map((checkpoint) => checkpoint.size) }).toEqual({
      ...{ size: 11, waiting: 1 },
      sizes: [11, 4, 1],
    });
    expect(openNote(checkpoints[1]!.note, parseVkey(vkey!)).text).toContain("\n4\n");
  });
});

describe("listEntries", () => {
  it("goes through all entries, newest first, page by page", async () => {
    const seen: [string, number | null][] = [];
    let before: number | undefined;
    do {
      const page = await listEntries({ before, take: 5 });
      seen.push(...page.entries.map(({ id, leafIndex }): [string, number | null] => [id, leafIndex]));
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(seen).toEqual(ids.map((id, index) => [id, index < 11 ? index : null]).reverse());
  });
});
