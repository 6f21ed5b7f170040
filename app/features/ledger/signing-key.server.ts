/**
 * The key that signs checkpoints: one line in DATA_DIR/keys, in the form that Go's sumdb/note writes.
 * The name is fixed with the key, because it is the log's identity: a portal that moves to another address keeps it.
 */
import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, unlink } from "node:fs/promises";
import path from "node:path";
import { env } from "~/platform/env.server";
import { newSecret } from "~/platform/ids.server";
import { syncFolder } from "~/platform/storage.server";
import { noteSigner, vkeyOf, type NoteSigner } from "./note";

const PREFIX = "PRIVATE+KEY+";

export function signingKeyPath(): string {
  return path.join(env.DATA_DIR, "keys", "ledger.key");
}

/** @returns null when no key has been made. */
export async function findSigningKey(): Promise<NoteSigner | null> {
  try {
    return parseSkey(await readFile(signingKeyPath(), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Safe when several processes make the first key at once: all return the same one. */
export async function findOrCreateSigningKey(): Promise<NoteSigner> {
  const found = await findSigningKey();
  if (found) return found;
  await createKey();
  return (await findSigningKey())!;
}

async function createKey(): Promise<void> {
  const file = signingKeyPath();
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${newSecret(6)}`;
  const handle = await open(unfinished, "wx", 0o600);
  try {
    await handle.writeFile(skeyOf(noteSigner(`${new URL(env.BASE_URL).host}/attest`, randomBytes(32))));
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

function skeyOf(signer: NoteSigner): string {
  const id = vkeyOf(signer).split("+")[1];
  return `${PREFIX}${signer.name}+${id}+${Buffer.concat([Buffer.of(0x01), signer.seed]).toString("base64")}\n`;
}

function parseSkey(text: string): NoteSigner {
  const [, name, id, encoded] =
    /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n$/.exec(text) ?? [];
  const key = Buffer.from(encoded ?? "", "base64");
  if (name && key.length === 33 && key[0] === 0x01) {
    const signer = noteSigner(name, key.subarray(1));
    if (vkeyOf(signer).split("+")[1] === id) return signer;
  }
  throw new Error(`${signingKeyPath()} is damaged: restore it from a backup`);
}
