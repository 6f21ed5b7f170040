/** Compiled lessons in the database, by the hash of their inputs. */
import { now } from "~/platform/clock.server";
import { db, type Tx } from "~/platform/db/client.server";
import type { Snapshot } from "./compile-lesson.server";
import type { CheckKey, OutlineEntry, Segment } from "./lesson";

export async function findSnapshot(hash: string): Promise<Snapshot | null> {
  const [snapshot] = await findSnapshots([hash]);
  return snapshot ?? null;
}

/** Those that are there. */
export async function findSnapshots(hashes: readonly string[]): Promise<Snapshot[]> {
  const rows = await db.lessonSnapshot.findMany({
    where: { hash: { in: [...hashes] } },
    select: { hash: true, segments: true, outline: true, text: true, checks: true },
  });
  return rows.map((row) => ({
    hash: row.hash,
    text: row.text,
    segments: JSON.parse(row.segments) as Segment[],
    outline: JSON.parse(row.outline) as OutlineEntry[],
    checks: JSON.parse(row.checks) as Record<string, CheckKey>,
  }));
}

export async function saveSnapshots(tx: Tx, snapshots: readonly Snapshot[]): Promise<void> {
  const hashes = snapshots.map(({ hash }) => hash);
  const known = await tx.lessonSnapshot.findMany({ where: { hash: { in: hashes } }, select: { hash: true } });
  const missing = new Map(snapshots.map((snapshot) => [snapshot.hash, snapshot]));
  for (const { hash } of known) missing.delete(hash);
  /* No upsert: snapshots refuse updates. A hash holds its course's address, so only publishers of one course can meet. */
  await tx.lessonSnapshot.createMany({
    data: [...missing.values()].map(({ hash, segments, outline, text, checks }) => ({
      hash,
      text,
      segments: JSON.stringify(segments),
      outline: JSON.stringify(outline),
      checks: JSON.stringify(checks),
      createdAt: now(),
    })),
  });
}
