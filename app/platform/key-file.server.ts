/** Private keys of the portal, each a file in DATA_DIR/keys that nobody else may read. */
import { link, mkdir, open, readFile, unlink } from "node:fs/promises";
import path from "node:path";
import { env } from "./env.server";
import { newSecret } from "./ids.server";
import { syncFolder } from "./storage.server";

export function keyFilePath(name: string): string {
  return path.join(env.DATA_DIR, "keys", name);
}

/** @returns null when no such key has been made */
export async function readKeyFile(name: string): Promise<string | null> {
  try {
    return await readFile(keyFilePath(name), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Safe when several processes make the first key at once: all return the same one. */
export async function findOrCreateKeyFile(name: string, make: () => string): Promise<string> {
  const found = await readKeyFile(name);
  if (found !== null) return found;
  await createKeyFile(keyFilePath(name), make());
  return (await readKeyFile(name))!;
}

async function createKeyFile(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${newSecret(6)}`;
  const handle = await open(unfinished, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  /* A link, unlike a rename, never replaces a key that another process has just made. */
  await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(unfinished);
  await syncFolder(path.dirname(file));
}
