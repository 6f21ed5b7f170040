/** The files of DATA_DIR that belong to a backup, next to the database. */
import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";

export interface DataFile {
  /** Below DATA_DIR, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

const FOLDER = /^[0-9a-f]{2}$/;
const BLOB = /^[0-9a-f]{64}$/;
/** Not of a name that is still being written under another one. */
const PLAIN = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9]{1,8})?$/;

/**
 * Logs are only ever appended to, after the transaction that they tell of. Asked before the snapshot is taken, everything
 * in them up to `bytes` is therefore in the snapshot too.
 */
export async function logFiles(directory: string): Promise<DataFile[]> {
  const files = await plainFiles(directory, "ledger");
  return Promise.all(files.map(async (file) => ({ ...file, bytes: await wholeLines(directory, file) })));
}

/**
 * Blobs and keys are written before the transaction that needs them and never change or go. Asked after the snapshot is
 * taken, all that it refers to is therefore there.
 */
export async function blobAndKeyFiles(directory: string): Promise<DataFile[]> {
  const files = await plainFiles(directory, "keys");
  for (const folder of await names(path.join(directory, "blobs"), FOLDER))
    for (const name of await names(path.join(directory, "blobs", folder), BLOB))
      files.push(await sized(directory, `blobs/${folder}/${name}`));
  return files;
}

export function readDataFile(directory: string, { path: relative, bytes }: DataFile): AsyncIterable<Buffer> {
  if (bytes === 0) return nothing();
  return createReadStream(path.join(directory, relative), { end: bytes - 1 });
}

/** What a restore would have to overwrite. */
export async function occupiedFolders(directory: string): Promise<string[]> {
  const found = await Promise.all(
    ["blobs", "keys", "ledger"].map(async (folder) =>
      (await names(path.join(directory, folder), /./)).length > 0 ? [path.join(directory, folder)] : [],
    ),
  );
  return found.flat();
}

async function plainFiles(directory: string, folder: string): Promise<DataFile[]> {
  const found = await names(path.join(directory, folder), PLAIN);
  return Promise.all(found.map((name) => sized(directory, `${folder}/${name}`)));
}

async function names(folder: string, shape: RegExp): Promise<string[]> {
  const all = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return all.filter((name) => shape.test(name)).sort();
}

async function sized(directory: string, relative: string): Promise<DataFile> {
  return { path: relative, bytes: (await stat(path.join(directory, relative))).size };
}

const LONGEST_LINE = 4_096;

/** A line that is being written is left out: what is appended after a restore must begin on a line of its own. */
async function wholeLines(directory: string, { path: relative, bytes }: DataFile): Promise<number> {
  const file = await open(path.join(directory, relative));
  try {
    const start = Math.max(0, bytes - LONGEST_LINE);
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(LONGEST_LINE),
      position: start,
      length: bytes - start,
    });
    return start + buffer.subarray(0, bytesRead).lastIndexOf("\n") + 1;
  } finally {
    await file.close();
  }
}

async function* nothing(): AsyncGenerator<Buffer> {}
