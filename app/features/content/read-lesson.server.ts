/** Snapshots never change, so the ones in use stay parsed in memory, up to a number of bytes. */
import { db, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";
import type { Snapshot } from "./compile-lesson.server";
import type { CheckKey, Lesson } from "./lesson";
import { findSnapshot, findSnapshots } from "./snapshots.server";

interface Entry {
  readonly lesson: Lesson;
  readonly keys: Readonly<Record<string, CheckKey>>;
  readonly bytes: number;
}

const MOST_BYTES = 64_000_000;
const kept = new Map<string, Entry>();
const underway = new Map<string, Promise<Entry>>();
let keptBytes = 0;

/** The caller has found the hash in a revision that the actor may see. @throws NotFound */
export async function readLesson(hash: string): Promise<Lesson> {
  return (await entryOf(hash)).lesson;
}

/** Many at once: those not in memory in one query. @throws NotFound */
export async function readLessons(hashes: readonly string[]): Promise<Map<string, Lesson>> {
  const unread = hashes.filter((hash) => !kept.has(hash));
  const found = new Map(
    (unread.length > 0 ? await findSnapshots(unread) : []).map((each) => [each.hash, each]),
  );
  const lessons = new Map<string, Lesson>();
  for (const hash of hashes) {
    const snapshot = found.get(hash);
    lessons.set(hash, snapshot ? keep(snapshot).lesson : await readLesson(hash));
  }
  return lessons;
}

/** Answer keys by check id: never for a browser before the answer. @throws NotFound */
export async function checkKeys(hash: string): Promise<Readonly<Record<string, CheckKey>>> {
  return (await entryOf(hash)).keys;
}

/**
 * What each snapshot holds, as one hash by its name: the name itself only says from which source it was made.
 * A snapshot that is not there has none.
 */
export async function contentHashes(
  hashes: readonly string[],
  client: typeof db | Tx = db,
): Promise<Map<string, string>> {
  const rows = await client.lessonSnapshot.findMany({
    where: { hash: { in: [...new Set(hashes)] } },
    select: { hash: true, segments: true, checks: true },
  });
  return new Map(rows.map(({ hash, segments, checks }) => [hash, sha256(`${segments}\n${checks}`)]));
}

async function entryOf(hash: string): Promise<Entry> {
  const found = kept.get(hash);
  if (found) {
    /* Last in the map is last used. */
    kept.delete(hash);
    kept.set(hash, found);
    return found;
  }
  const reading = underway.get(hash) ?? fetchEntry(hash).finally(() => underway.delete(hash));
  underway.set(hash, reading);
  return reading;
}

async function fetchEntry(hash: string): Promise<Entry> {
  const snapshot = await findSnapshot(hash);
  if (!snapshot) throw new NotFound("lesson");
  return keep(snapshot);
}

function keep({ hash, segments, outline, checks }: Snapshot): Entry {
  const there = kept.get(hash);
  if (there) return there;
  const entry = {
    lesson: { segments, outline },
    keys: checks,
    bytes: sizeOf(segments) + sizeOf(outline) + sizeOf(checks),
  };
  kept.set(hash, entry);
  keptBytes += entry.bytes;
  for (const [oldest, { bytes }] of kept) {
    if (keptBytes <= MOST_BYTES || oldest === hash) break;
    kept.delete(oldest);
    keptBytes -= bytes;
  }
  return entry;
}

/** Of the text in memory: two bytes a character. */
function sizeOf(value: unknown): number {
  return JSON.stringify(value).length * 2;
}
