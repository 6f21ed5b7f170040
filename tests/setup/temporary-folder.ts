import { existsSync, statfsSync } from "node:fs";
import { freemem } from "node:os";

const IN_MEMORY = "/dev/shm";
const ROOM = 4 * 1024 ** 3;

/**
 * Puts the temporary files of tests, databases among them, into memory where the system has a folder for that with room:
 * tests write to disk far more often than they ask anything of it.
 */
export function keepTemporaryFilesInMemory(): void {
  if (process.env.TMPDIR || !existsSync(IN_MEMORY)) return;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  if (Math.min(bavail * bsize, freemem()) > ROOM) process.env.TMPDIR = IN_MEMORY;
}
