import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealPending } from "~/features/ledger/seal.server";
import { MANIFEST, type Manifest } from "~/platform/backup/manifest";
import { restoreBackup } from "~/platform/backup/restore-backup.server";
import { isCopied } from "~/platform/backup/tables";
import { openSnapshot } from "~/platform/backup/snapshot.server";
import { writeBackup } from "~/platform/backup/write-backup.server";
import { now } from "~/platform/clock.server";
import { db, provider, transaction } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { blobPath, putBlob } from "~/platform/storage.server";
import { givenPerson } from "../../tests/setup/builders";
import { givenRecorded } from "../../tests/setup/facts";
import { readZip, rewriteZip, type Entries } from "../../tests/setup/rewrite-zip";
import { runAttest } from "../../tests/setup/run-attest";
import { emptyPostgresql, emptySqlite, runSql } from "../../tests/setup/second-database";
import { backup as backupCommand } from "./backup";
import { Misuse } from "./command";
import { restore as restoreCommand } from "./restore";

const folder = mkdtempSync(path.join(tmpdir(), "attest-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = { databaseUrl: process.env.DATABASE_URL!, dataDirectory: env.DATA_DIR };
const file = path.join(folder, "backup.zip");
let manifest: Manifest;
let blob: string;

beforeAll(async () => {
  await givenPerson({
    name: 'Zoë "Zed" O\u2028Neill 🙂',
    region: "emea",
    access: ["manager"],
    password: "a long one",
  });
  for (let i = 0; i < 20; i++)
    await givenRecorded({ score: i / 20, validUntil: new Date(`2027-01-01T00:00:0${i % 10}.0${i % 9}Z`) });
  await sealPending();
  await givenRecorded({ reason: "Not sealed yet", score: undefined });
  blob = await givenAsset("a picture");
  manifest = await writeBackup({ ...source, file });
});

/** As the portal does it: the file first, then the row that needs it. */
async function givenAsset(content: string): Promise<string> {
  const hash = await putBlob(Buffer.from(content));
  await db.contentAsset.create({
    data: { hash, name: "p.png", mediaType: "image/png", bytes: content.length, createdAt: now() },
    select: { hash: true },
  });
  return hash;
}

function emptyFolder(): string {
  return mkdtempSync(path.join(folder, "data-"));
}

async function restore(from: string, databaseUrl: string, dataDirectory: string): Promise<Manifest> {
  return restoreBackup({ file: from, databaseUrl, dataDirectory, migrate: async () => {} });
}

async function rowCount(databaseUrl: string): Promise<number> {
  const snapshot = await openSnapshot(databaseUrl);
  let rows = 0;
  for (const table of snapshot.tables) rows += await snapshot.count(table);
  await snapshot.close();
  return rows;
}

const tablesOf = ({ tables }: Manifest) => tables.map(({ name, rows, sha256 }) => ({ name, rows, sha256 }));
const filesOf = ({ files }: Manifest) => [...files].sort((a, b) => (a.path < b.path ? -1 : 1));

describe("a backup", () => {
  it("holds every table of the schema with every row", async () => {
    const models = [...readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w+)/gm)].map(
      ([, name]) => name!,
    );
    expect(manifest.tables.map(({ name }) => name).sort()).toEqual(models.filter(isCopied).sort());
    for (const { name, rows } of manifest.tables) {
      const delegate = (db as unknown as Record<string, { count(): Promise<number> }>)[
        name[0]!.toLowerCase() + name.slice(1)
      ];
      expect([name, rows]).toEqual([name, await delegate!.count()]);
    }
  });

  it("holds the blobs, the signing key and the kept checkpoints, and says of which database it is", async () => {
    expect(manifest.files.map((each) => each.path).sort()).toEqual([
      `blobs/${blob.slice(0, 2)}/${blob}`,
      "keys/ledger.key",
      "ledger/checkpoints",
    ]);
    expect(manifest).toMatchObject({ provider, version: 1 });
    expect(manifest.migrations.length).toBe(readdirSync(`prisma/${provider}/migrations`).length - 1);
  });

  it("can be read by nobody else", () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("never takes the place of a file, and leaves nothing behind when it fails", async () => {
    await expect(writeBackup({ ...source, file })).rejects.toThrow("exists already");
    const elsewhere = mkdtempSync(path.join(folder, "fails-"));
    const missing = { databaseUrl: `file:${elsewhere}/none.db`, dataDirectory: elsewhere };
    await expect(writeBackup({ ...missing, file: path.join(elsewhere, "b.zip") })).rejects.toThrow();
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it("is of one moment while others write, and has every file that its rows need", async () => {
    /* A backup lasts the longer the more there is: writers without a bound would write faster than it reads. */
    const WRITTEN_A_ROUND = 30;
    let writing = true;
    let written = 0;
    let bound = WRITTEN_A_ROUND;
    const writers = Array.from({ length: 3 }, async (_, writer) => {
      while (writing) {
        if (written >= bound) {
          await setTimeout(5);
          continue;
        }
        const hash = await givenAsset(`${writer} ${written++}`);
        await transaction((tx) =>
          tx.lease.createMany({
            data: [`${hash} a`, `${hash} b`].map((name) => ({ name, holder: hash, expiresAt: now() })),
          }),
        );
        await givenRecorded();
        if (written % 20 === 0) await sealPending();
      }
    });
    const before = written;
    for (let round = 0; round < 3; round++) {
      bound = written + WRITTEN_A_ROUND;
      const busy = path.join(folder, `busy-${round}.zip`);
      const { tables, files } = await writeBackup({ ...source, file: busy });
      const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
      expect(rows.LedgerEntry).toBe(rows.EvidenceRecord);
      expect(rows.LedgerEntry).toBe(rows.LedgerLeaf! + rows.UnsealedEntry!);
      expect(rows.Lease! % 2).toBe(0);
      const stored = new Set(files.map((each) => each.path.split("/").at(-1)));
      const assets = (await readZip(busy)).get("tables/ContentAsset.ndjson")!.toString().trim().split("\n");
      const missing = assets
        .map((line) => (JSON.parse(line) as { hash: string }).hash)
        .filter((hash) => !stored.has(hash));
      expect(missing).toEqual([]);
    }
    expect(written).toBeGreaterThan(before + 4);
    writing = false;
    await Promise.all(writers);

    const dataDirectory = emptyFolder();
    const databaseUrl = provider === "sqlite" ? `file:${dataDirectory}/attest.db` : await emptyPostgresql();
    const { code, output } = await runAttest(["restore", path.join(folder, "busy-2.zip")], {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDirectory,
    });
    expect(output).toContain("agrees with the records");
    expect(code).toBe(0);
  }, 180_000);
});

describe("a restored portal", () => {
  it("is the same, through the other database and back", async () => {
    const there = emptyFolder();
    const sqliteUrl = `file:${there}/attest.db`;
    const restored = await runAttest(["restore", file], { DATABASE_URL: sqliteUrl, DATA_DIR: there });
    expect(restored.output).toContain("The ledger of 21 entries agrees with the records.");
    expect(restored.code).toBe(0);
    expect(statSync(path.join(there, "keys/ledger.key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(there, "blobs", blob.slice(0, 2), blob))).toEqual(
      readFileSync(blobPath(blob)),
    );

    const second = path.join(there, "second.zip");
    const copied = await writeBackup({ databaseUrl: sqliteUrl, dataDirectory: there, file: second });
    expect(tablesOf(copied)).toEqual(tablesOf(manifest));
    expect(filesOf(copied)).toEqual(filesOf(manifest));

    const back = emptyFolder();
    const url = provider === "sqlite" ? emptySqlite(back) : await emptyPostgresql();
    await restore(second, url, back);
    const third = await writeBackup({
      databaseUrl: url,
      dataDirectory: back,
      file: path.join(back, "third.zip"),
    });
    expect(tablesOf(third)).toEqual(tablesOf(manifest));
    await expect(runSql(url, `UPDATE "LedgerEntry" SET "type" = 'other'`)).rejects.toThrow("append-only");
    await expect(runSql(url, `DELETE FROM "EvidenceRecord"`)).rejects.toThrow("append-only");
    await expect(runSql(sqliteUrl, `DELETE FROM "LedgerLeaf"`)).rejects.toThrow("append-only");
  });
});

describe("a file that is not a whole backup", () => {
  const change = (entry: string, from: string, to: string) => (entries: Entries) => {
    const text = entries.get(entry)!.toString();
    expect(text).toContain(from);
    entries.set(entry, Buffer.from(text.replace(from, to)));
  };
  /** Makes the manifest agree with a changed table. */
  const resign = (name: string) => (entries: Entries) => {
    const listed = JSON.parse(entries.get(MANIFEST)!.toString()) as Manifest;
    const bytes = entries.get(`tables/${name}.ndjson`)!;
    const part = listed.tables.find((table) => table.name === name)!;
    Object.assign(part, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    entries.set(MANIFEST, Buffer.from(JSON.stringify(listed)));
  };
  const cases: Record<string, [(entries: Entries) => void, string]> = {
    "with a changed row": [change("tables/EvidenceRecord.ndjson", '"passed"', '"failed"'), "SHA-256 differs"],
    "with a changed file": [
      (all) =>
        all.set(
          "data/keys/ledger.key",
          Buffer.from(all.get("data/keys/ledger.key")!.toString().toUpperCase()),
        ),
      "SHA-256 differs",
    ],
    "with a row taken out": [change("tables/Region.ndjson", '{"id":"emea"', "{"), "does not have the size"],
    "with a table taken out": [
      (all) => all.delete("tables/Person.ndjson"),
      "tables/Person.ndjson is missing",
    ],
    "with something put in": [(all) => all.set("tables/Extra.ndjson", Buffer.from("{}\n")), "does not list"],
    "with a count that is wrong": [
      change(MANIFEST, `"rows": ${21}`, `"rows": ${20}`),
      "does not have the 20 rows",
    ],
    "that would write elsewhere": [
      change(MANIFEST, "keys/ledger.key", "keys/../../evil"),
      "manifest cannot be used",
    ],
    "of a later format": [
      change(MANIFEST, '"version": 1', '"version": 2'),
      "Restore it with the version that wrote it",
    ],
    "without a manifest": [(all) => all.delete(MANIFEST), "not a backup of Attest"],
  };

  it.each(Object.entries(cases))("%s is refused and nothing is written", async (_, [tamper, message]) => {
    const damaged = path.join(mkdtempSync(path.join(folder, "damaged-")), "backup.zip");
    await rewriteZip(file, damaged, tamper);
    await expectRefused(damaged, message);
  });

  it.each([0.2, 0.7, 0.999])("cut off after %s of its length is refused", async (share) => {
    const cut = path.join(mkdtempSync(path.join(folder, "cut-")), "backup.zip");
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, Math.floor(statSync(file).size * share));
    await expectRefused(cut, "cut short");
  });

  it("with a bit turned anywhere in a table is refused", async () => {
    const flipped = path.join(mkdtempSync(path.join(folder, "flipped-")), "backup.zip");
    const bytes = readFileSync(file);
    const at = bytes.indexOf("tables/EvidenceRecord.ndjson") + 400;
    bytes[at] = bytes[at]! ^ 0x10;
    writeFileSync(flipped, bytes);
    await expectRefused(flipped, "damaged or was changed");
  });

  async function expectRefused(damaged: string, message: string) {
    const dataDirectory = path.join(path.dirname(damaged), "data");
    const databaseUrl = `file:${path.join(dataDirectory, "attest.db")}`;
    await expect(restore(damaged, databaseUrl, dataDirectory)).rejects.toThrow(message);
    expect(existsSync(dataDirectory)).toBe(false);
  }

  it("is refused by the command with exit code 1, and the wrong use as such", async () => {
    const dataDirectory = emptyFolder();
    const settings = { DATABASE_URL: `file:${dataDirectory}/attest.db`, DATA_DIR: dataDirectory };
    const notAZip = path.join(folder, "notes.txt");
    writeFileSync(notAZip, "Some notes");
    const refused = await runAttest(["restore", notAZip], settings);
    expect(refused).toEqual({ code: 1, output: expect.stringContaining("not a zip archive") as string });
    await expect(restoreCommand.run([])).rejects.toThrow(Misuse);
    await expect(backupCommand.run(["one", "two"])).rejects.toThrow(Misuse);
    expect(readdirSync(dataDirectory)).toEqual([]);
  });

  it("whose rows the database refuses leaves the portal empty", async () => {
    const wrong = path.join(folder, "orphan.zip");
    await rewriteZip(file, wrong, (entries) => {
      change("tables/Team.ndjson", '"regionId":"emea"', '"regionId":"nowhere"')(entries);
      resign("Team")(entries);
    });
    const dataDirectory = emptyFolder();
    const databaseUrl = provider === "sqlite" ? emptySqlite(dataDirectory) : await emptyPostgresql();
    const before = readdirSync(dataDirectory);
    await expect(restore(wrong, databaseUrl, dataDirectory)).rejects.toThrow("does not take a row of Team");
    expect(await rowCount(databaseUrl)).toBe(0);
    expect(readdirSync(dataDirectory)).toEqual(before);
  });

  it("changed together with its manifest is restored, and the ledger tells", async () => {
    const forged = path.join(folder, "forged.zip");
    await rewriteZip(file, forged, (entries) => {
      change("tables/EvidenceRecord.ndjson", '"passed"', '"failed"')(entries);
      resign("EvidenceRecord")(entries);
    });
    const dataDirectory = emptyFolder();
    const settings = { DATABASE_URL: `file:${dataDirectory}/attest.db`, DATA_DIR: dataDirectory };
    const { code, output } = await runAttest(["restore", forged], settings);
    expect(output).toContain("do not agree with the ledger");
    expect(code).toBe(1);
  });
});

describe("a portal that is not empty", () => {
  it("is left as it is: rows", async () => {
    const dataDirectory = emptyFolder();
    const before = await rowCount(source.databaseUrl);
    await expect(restore(file, source.databaseUrl, dataDirectory)).rejects.toThrow(/has rows in .*Person/);
    expect(await rowCount(source.databaseUrl)).toBe(before);
    expect(readdirSync(dataDirectory)).toEqual([]);
  });

  it("is left as it is: files", async () => {
    const databaseUrl = `file:${path.join(emptyFolder(), "attest.db")}`;
    await expect(restore(file, databaseUrl, source.dataDirectory)).rejects.toThrow("empty data folder");
    expect(existsSync(databaseUrl.slice("file:".length))).toBe(false);
  });

  it("of which two restores at once leave one", async () => {
    const folders = [emptyFolder(), emptyFolder()];
    const databaseUrl = provider === "sqlite" ? emptySqlite(folders[0]!) : await emptyPostgresql();
    const results = await Promise.allSettled(
      folders.map((directory) => restore(file, databaseUrl, directory)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await rowCount(databaseUrl)).toBe(manifest.tables.reduce((sum, { rows }) => sum + rows, 0));
  });
});
