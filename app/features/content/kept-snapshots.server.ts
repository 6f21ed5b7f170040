/**
 * Lessons that were compiled before, for the next check, a demo or a test: they compile what has changed. A portal in
 * production keeps them in its database alone. One file; a check writes it anew, so that it never outgrows the content.
 * What cannot be read or written is done without.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Snapshot } from "./compile-lesson.server";

export const KEPT_SNAPSHOTS = path.resolve(".cache/compiled-lessons.json");

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
