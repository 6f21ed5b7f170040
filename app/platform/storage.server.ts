/** Content-addressed files under DATA_DIR/blobs: a blob's name is its SHA-256, so writing it twice changes nothing. */
import { mkdir, open, rename, stat } from "node:fs/promises";
import path from "node:path";
import { env } from "./env.server";
import { newSecret, sha256 } from "./ids.server";

const HASH = /^[0-9a-f]{64}$/;

export function blobPath(hash: string): string {
  if (!HASH.test(hash)) throw new Error("Not a blob's hash");
  return path.join(env.DATA_DIR, "blobs", hash.slice(0, 2), hash);
}

/** Durable when it returns: the file and its name are on disk. */
export async function putBlob(bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const file = blobPath(hash);
  if (await exists(file)) return hash;
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${newSecret(6)}`;
  const handle = await open(unfinished, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  await syncFolder(path.dirname(file));
  return hash;
}

/** Makes the names in a folder durable: without it, a file can be on disk and its name not. */
export async function syncFolder(folder: string): Promise<void> {
  /* Windows has no such thing and refuses to open a folder. */
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
