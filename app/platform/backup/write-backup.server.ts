/** Writes everything that the portal knows into one archive, consistent although the portal goes on running. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { now } from "../clock.server";
import { Conflict } from "../errors";
import { newSecret } from "../ids.server";
import { blobAndKeyFiles, logFiles, readDataFile, type DataFile } from "./data-files.server";
import { fileEntry, FORMAT_VERSION, MANIFEST, tableEntry, type Manifest } from "./manifest";
import { measured } from "./measured.server";
import { rowsAsLines } from "./rows-as-lines.server";
import { openSnapshot, type Snapshot } from "./snapshot.server";

const COMPRESSION = 5;

interface BackupOptions {
  databaseUrl: string;
  dataDirectory: string;
  file: string;
  onProgress?: (done: number, total: number) => void;
}

/** The file appears under its name only when it is whole and on disk. @throws Conflict when there is one already */
export async function writeBackup({ file, ...options }: BackupOptions): Promise<Manifest> {
  await refuseExisting(file);
  const unfinished = `${file}.${newSecret(6)}.unfinished`;
  const logs = await logFiles(options.dataDirectory);
  const snapshot = await openSnapshot(options.databaseUrl);
  try {
    const manifest = await writeArchive(unfinished, snapshot, logs, options);
    await refuseExisting(file);
    await rename(unfinished, file);
    await sync(path.dirname(path.resolve(file)));
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await snapshot.close();
  }
}

type Part = { entry: string; chunks: () => AsyncIterable<Buffer>; compress: boolean };

async function writeArchive(
  target: string,
  snapshot: Snapshot,
  logs: readonly DataFile[],
  { dataDirectory, onProgress = () => {} }: Omit<BackupOptions, "file">,
): Promise<Manifest> {
  const counts = await countRows(snapshot);
  const files = [...(await blobAndKeyFiles(dataDirectory)), ...logs];
  const total = counts.reduce((sum, count) => sum + count, 0) + files.length;
  let done = 0;
  const progress = () => onProgress(++done, total);

  const manifest: Manifest = {
    format: "attest-backup",
    version: FORMAT_VERSION,
    createdAt: now().toISOString(),
    provider: snapshot.provider,
    migrations: [...snapshot.migrations],
    tables: [],
    files: [],
  };
  const tableParts = snapshot.tables.map((table, index): Part => {
    const { name, columns } = table;
    const part = { name, columns: columns.map((column) => column.name), rows: counts[index]! };
    const lines = () => rowsAsLines(snapshot.rows(table), columns, progress);
    return {
      entry: tableEntry(table),
      chunks: () => measured(lines(), (measure) => manifest.tables.push({ ...part, ...measure })),
      compress: true,
    };
  });
  const fileParts = files.map((file): Part => ({
    entry: fileEntry(file),
    chunks: () =>
      measured(readDataFile(dataDirectory, file), (measure) => {
        manifest.files.push({ path: file.path, ...measure });
        progress();
      }),
    /* Pictures and documents are compressed already. */
    compress: !file.path.startsWith("blobs/"),
  }));
  async function* lastly() {
    yield Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  }
  await writeZip(target, [...tableParts, ...fileParts, { entry: MANIFEST, chunks: lastly, compress: true }]);
  return manifest;
}

/** Parts are asked for their content one after the other, in the order given. */
async function writeZip(target: string, parts: readonly Part[]): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => output.destroy(error);
  const mtime = now();
  let reading: Readable | undefined;
  for (const { entry, chunks, compress } of parts) {
    const options = { mtime, compress, compressionLevel: compress ? COMPRESSION : 0, mode: 0o100600 };
    zip.addReadStreamLazy(entry, options, (give) => {
      reading = Readable.from(chunks(), { objectMode: false }).on("error", fail);
      give(null, reading);
    });
  }
  zip.on("error", fail);
  zip.end();
  try {
    /* Nobody else may read it: it holds personal data and the signing key. */
    await pipeline(output, createWriteStream(target, { flags: "wx", mode: 0o600 }));
    await sync(target);
  } catch (error) {
    /* What was being read holds the snapshot, which is closed next. */
    if (reading && !reading.closed) await once(reading.destroy(), "close");
    throw error;
  }
}

async function countRows(snapshot: Snapshot): Promise<number[]> {
  const counts: number[] = [];
  for (const table of snapshot.tables) counts.push(await snapshot.count(table));
  return counts;
}

async function refuseExisting(file: string): Promise<void> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!handle) return;
  await handle.close();
  throw new Conflict("file-exists", `${file} exists already. Name another file, or move that one away.`);
}

async function sync(file: string): Promise<void> {
  const handle = await open(file);
  await handle.sync();
  await handle.close();
}
