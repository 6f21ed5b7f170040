import { rm, stat } from "node:fs/promises";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenRecorded } from "../../../tests/setup/facts";
import { leafHash } from "./merkle";
import { openNote, parseVkey, vkeyOf } from "./note";
import { sealPending } from "./seal.server";
import { findOrCreateSigningKey, signingKeyPath } from "./signing-key.server";
import { verifyLedger } from "./verify-ledger.server";

const leaves = () => db.ledgerLeaf.findMany({ orderBy: { index: "asc" } });
const newest = () => db.ledgerCheckpoint.findFirstOrThrow({ orderBy: { size: "desc" } });

/** The same code with connections of its own, as another process of the portal has it. */
async function anotherProcess() {
  vi.resetModules();
  const { sealPending: seal } = await import("./seal.server");
  const { findOrCreateSigningKey: key } = await import("./signing-key.server");
  const { givenRecorded: given } = await import("../../../tests/setup/facts");
  const { db: connection } = await import("~/platform/db/client.server");
  return { seal, key, given, close: () => connection.$disconnect() };
}

describe("the signing key", () => {
  it("is made once, for its owner only, however many processes ask for it", async () => {
    const processes = await Promise.all([anotherProcess(), anotherProcess()]);
    const keys = await Promise.all([...processes, ...processes].map(({ key }) => key()));
    keys.push(await findOrCreateSigningKey());
    expect(new Set(keys.map(vkeyOf)).size).toBe(1);
    expect(keys[0]!.name).toBe("localhost:3000/attest");
    expect((await stat(signingKeyPath())).mode & 0o777).toBe(0o600);
    await Promise.all(processes.map(({ close }) => close()));
  });
});

describe("sealPending", () => {
  it("seals what waits in the order it was recorded, and then nothing", async () => {
    const times = [3, 1, 2].map((day) => new Date(`2026-02-0${day}T00:00:00Z`));
    const ids: string[] = [];
    for (const time of times) ids.push(await at(time, () => givenRecorded()));
    expect(await sealPending()).toBe(3);
    expect((await leaves()).map(({ entryId }) => entryId)).toEqual([ids[1], ids[2], ids[0]]);
    expect(await sealPending()).toBe(0);
    expect(await db.ledgerCheckpoint.count()).toBe(1);
  });

  it("does not lose an entry that was committed late with an earlier time", async () => {
    await at(new Date("2026-02-10T00:00:00Z"), () => givenRecorded());
    await sealPending();
    const late = await at(new Date("2026-01-01T00:00:00Z"), () => givenRecorded());
    expect(await sealPending()).toBe(1);
    expect((await leaves()).at(-1)!.entryId).toBe(late);
    expect((await verifyLedger()).findings).toEqual([]);
  });

  it("signs a checkpoint that says when and over how many entries", async () => {
    const time = new Date("2026-02-11T12:13:14.567Z");
    await givenRecorded();
    await at(time, () => sealPending());
    const { note, size, rootHash, sealedAt } = await newest();
    const vkey = vkeyOf(await findOrCreateSigningKey());
    const { text, signedAt } = openNote(note, parseVkey(vkey));
    expect(text.split("\n").slice(0, 3)).toEqual([
      "localhost:3000/attest",
      `${size}`,
      Buffer.from(rootHash, "hex").toString("base64"),
    ]);
    expect([signedAt, sealedAt]).toEqual([
      new Date("2026-02-11T12:13:14Z"),
      new Date("2026-02-11T12:13:14Z"),
    ]);
  });

  it("gives every entry one place when processes record and seal at once", async () => {
    const processes = await Promise.all([anotherProcess(), anotherProcess()]);
    const work = processes.flatMap(({ seal, given }) =>
      Array.from({ length: 12 }, async () => {
        await Promise.all([given(), given()]);
        await seal();
      }),
    );
    await Promise.all(work);
    await sealPending();
    const sealed = await leaves();
    expect(sealed.map(({ index }) => index)).toEqual(sealed.map((_, index) => index));
    expect(sealed).toHaveLength(await db.ledgerEntry.count());
    const { findings, waiting, leaves: count } = await verifyLedger();
    expect({ findings, waiting, count }).toEqual({ findings: [], waiting: 0, count: sealed.length });
    await Promise.all(processes.map(({ close }) => close()));
  });

  it("leaves what was recorded after a moment to a later batch", async () => {
    await sealPending();
    const [earlier, later] = [new Date("2026-05-01T09:00:00Z"), new Date("2026-05-02T09:00:00Z")];
    await at(later, () => givenRecorded());
    await at(earlier, () => givenRecorded());
    expect(await sealPending(undefined, earlier)).toBe(1);
    expect(await sealPending(undefined, earlier)).toBe(0);
    expect(await sealPending()).toBe(1);
  });

  it("passes over an entry that was slipped into the queue again", async () => {
    await givenRecorded();
    await sealPending();
    const { entryId } = (await leaves())[0]!;
    await db.unsealedEntry.create({ data: { entryId, recordedAt: new Date("2026-01-01T00:00:00Z") } });
    await givenRecorded();
    expect(await sealPending()).toBe(1);
    expect(await db.unsealedEntry.count()).toBe(0);
    expect((await verifyLedger()).findings).toEqual([]);
  });

  it("takes more than one batch when more waits, and says how far it is", async () => {
    const before = (await leaves()).length;
    const entries = Array.from({ length: 2_100 }, (_, index) => ({
      ...{ id: `bulk-${String(index).padStart(5, "0")}`, type: "test-submitted", body: `{"n":${index}}` },
      ...{ occurredAt: new Date("2026-03-01T00:00:00Z"), recordedAt: new Date("2026-03-01T00:00:00Z") },
    }));
    await db.ledgerEntry.createMany({ data: entries });
    await db.unsealedEntry.createMany({
      data: entries.map(({ id, recordedAt }) => ({ entryId: id, recordedAt })),
    });
    const progress: number[] = [];
    expect(await sealPending((sealed) => progress.push(sealed))).toBe(2_100);
    expect(progress).toEqual([400, 800, 1_200, 1_600, 2_000, 2_100]);
    const sealed = await leaves();
    expect(sealed).toHaveLength(before + 2_100);
    expect(sealed.at(-1)!.hash).toBe(leafHash('{"n":2099}').toString("hex"));
  });
});

describe("a lost signing key", () => {
  beforeEach(() => rm(signingKeyPath()));

  it("stops sealing instead of starting a ledger that nobody could connect with the old one", async () => {
    await givenRecorded();
    const before = await db.ledgerCheckpoint.count();
    await expect(sealPending()).rejects.toThrow("restore it from a backup");
    expect(await db.ledgerCheckpoint.count()).toBe(before);
    expect((await verifyLedger()).findings.map(({ message }) => message)).toContain(
      "The signing key is missing, so that no checkpoint's signature could be checked.",
    );
  });
});
