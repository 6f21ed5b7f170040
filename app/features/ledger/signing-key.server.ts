/**
 * The key that signs checkpoints: one line in DATA_DIR/keys, in the form that Go's sumdb/note writes.
 * The name is fixed with the key, because it is the log's identity: a portal that moves to another address keeps it.
 */
import { randomBytes } from "node:crypto";
import { env } from "~/platform/env.server";
import { findOrCreateKeyFile, keyFilePath, readKeyFile } from "~/platform/key-file.server";
import { noteSigner, vkeyOf, type NoteSigner } from "./note";

const PREFIX = "PRIVATE+KEY+";
const FILE = "ledger.key";

export function signingKeyPath(): string {
  return keyFilePath(FILE);
}

/** @returns null when no key has been made. */
export async function findSigningKey(): Promise<NoteSigner | null> {
  const text = await readKeyFile(FILE);
  return text === null ? null : parseSkey(text);
}

/** Safe when several processes make the first key at once: all return the same one. */
export async function findOrCreateSigningKey(): Promise<NoteSigner> {
  const name = `${new URL(env.BASE_URL).host}/attest`;
  return parseSkey(await findOrCreateKeyFile(FILE, () => skeyOf(noteSigner(name, randomBytes(32)))));
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
