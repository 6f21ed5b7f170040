/** Signed checkpoints, and the list of them that is kept outside the database. */
import { createReadStream } from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { env } from "~/platform/env.server";
import { formatCheckpoint, parseCheckpoint } from "./checkpoint-text";
import { openNote, signNote, vkeyOf, type NoteSigner, type NoteVerifier } from "./note";
import { findSigningKey } from "./signing-key.server";

export interface Checkpoint {
  readonly size: number;
  readonly rootHash: string;
  readonly note: string;
  readonly sealedAt: Date;
}

/** What a note says once its signature has been checked. */
export type SignedCheckpoint = Omit<Checkpoint, "note" | "sealedAt"> & { readonly sealedAt: Date | null };

/** Signatures carry whole seconds, so the time of sealing has no more: every digit that is stored is signed. */
export function signCheckpoint(signer: NoteSigner, size: number, root: Buffer, time: Date): Checkpoint {
  const sealedAt = new Date(Math.floor(time.getTime() / 1000) * 1000);
  const note = signNote(formatCheckpoint({ origin: signer.name, size, root }), signer, sealedAt);
  return { size, rootHash: root.toString("hex"), note, sealedAt };
}

/** @throws NoteError unless the note is a checkpoint of this log, signed with its key. */
export function openCheckpoint(note: string, verifier: NoteVerifier): SignedCheckpoint {
  const { text, signedAt } = openNote(note, verifier);
  const { size, root } = parseCheckpoint(text);
  return { size, rootHash: root.toString("hex"), sealedAt: signedAt };
}

/** The key that outsiders check checkpoints with; null before the first one. */
export async function ledgerVkey(): Promise<string | null> {
  const key = await findSigningKey();
  return key && vkeyOf(key);
}

/**
 * One line a checkpoint, in a file that no SQL reaches: a ledger whose newest rows have all been removed is consistent
 * in itself, and only something outside the database can tell.
 */
function keptPath(): string {
  return path.join(env.DATA_DIR, "ledger", "checkpoints");
}

export async function keepOutsideDatabase({ size, rootHash }: Checkpoint): Promise<void> {
  await mkdir(path.dirname(keptPath()), { recursive: true });
  await appendFile(keptPath(), `${size} ${rootHash}\n`, { flush: true });
}

/** In the order they were written; a line cut short by a crash is left out. */
export async function* keptCheckpoints(): AsyncGenerator<{ size: number; rootHash: string }> {
  const file = createReadStream(keptPath());
  try {
    for await (const line of createInterface({ input: file, crlfDelay: Infinity })) {
      const [, size, rootHash] = /^(\d{1,10}) ([0-9a-f]{64})$/.exec(line) ?? [];
      if (rootHash) yield { size: Number(size), rootHash };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
