/** Revisions are immutable, so what one looks like is read once a process. */
import { db } from "~/platform/db/client.server";
import type { Audience } from "./lesson";

export interface RevisionLesson {
  readonly position: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly snapshotHash: string;
}

export interface Revision {
  readonly id: string;
  readonly number: number;
  readonly courseId: string;
  readonly courseSlug: string;
  readonly title: string;
  readonly audience: Audience;
  readonly clauses: readonly string[];
  readonly lessons: readonly RevisionLesson[];
}

const MOST_KEPT = 500;
const kept = new Map<string, Promise<Revision>>();

export function readRevision(id: string): Promise<Revision> {
  const found = kept.get(id);
  if (found) return found;
  const reading = fetchRevision(id);
  reading.catch(() => kept.delete(id));
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(id, reading);
  return reading;
}

async function fetchRevision(id: string): Promise<Revision> {
  const row = await db.courseRevision.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      number: true,
      courseId: true,
      manifest: true,
      course: { select: { slug: true } },
      lessons: {
        orderBy: { position: "asc" },
        select: { position: true, slug: true, title: true, summary: true, minutes: true, snapshotHash: true },
      },
    },
  });
  const manifest = JSON.parse(row.manifest) as { title: string; audience: Audience; clauses?: string[] };
  return {
    id: row.id,
    number: row.number,
    courseId: row.courseId,
    courseSlug: row.course.slug,
    title: manifest.title,
    audience: manifest.audience,
    clauses: manifest.clauses ?? [],
    lessons: row.lessons,
  };
}
