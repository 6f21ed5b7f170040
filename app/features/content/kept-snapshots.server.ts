/**
 * Lessons that the last check compiled, so that the next one compiles what has changed. One file, written anew each
 * time: it never outgrows the content. What cannot be read or written is done without.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Snapshot } from "./compile-lesson.server";

export async function readKeptSnapshots(file: string): Promise<Map<string, Snapshot>> {
  try {
    const kept = JSON.parse(await readFile(file, "utf8")) as Snapshot[];
    return new Map(kept.map((snapshot) => [snapshot.hash, snapshot]));
  } catch {
    return new Map();
  }
}

export async function keepSnapshots(file: string, snapshots: readonly Snapshot[]): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  const kept = snapshots.map(({ hash, segments, outline, text, checks }) => ({
    hash,
    segments,
    outline,
    text,
    checks,
  }));
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(unfinished, JSON.stringify(kept));
    await rename(unfinished, file);
  } catch {
    /* A folder that is read only: the next check takes as long as this one. */
  }
}
