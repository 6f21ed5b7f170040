/** Revisions are immutable, so what one looks like is read once a process. */
import { db, type Tx } from "~/platform/db/client.server";
import type { Audience, CourseKind } from "./lesson";
import { revisionManifest } from "./revision-manifest";

export interface RevisionLesson {
  readonly position: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly snapshotHash: string;
  /** Ids of its knowledge checks. */
  readonly checks: readonly string[];
}

export interface Revision {
  readonly id: string;
  readonly number: number;
  readonly courseId: string;
  readonly courseSlug: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: CourseKind;
  readonly language: string;
  readonly audience: Audience;
  readonly accountabilities: readonly string[];
  readonly clauses: readonly string[];
  readonly lessons: readonly RevisionLesson[];
  readonly note: string;
  readonly publishedAt: Date;
  readonly publishedById: string | null;
}

/** Manifests are small: a few kilobytes each. */
const MOST_KEPT = 2_000;
const MOST_PARAMETERS = 900;
const kept = new Map<string, Promise<Revision>>();

/** The caller has found the id through a course, or a record, that the actor may see. */
export function readRevision(id: string, client: typeof db | Tx = db): Promise<Revision> {
  const found = kept.get(id);
  if (found) return found;
  /* Inside a transaction a second connection is not asked for, and what may roll back is not kept. */
  if (client !== db) return fetchRevision(id, client);
  const reading = fetchRevision(id, db);
  reading.catch(() => kept.delete(id));
  keep(id, reading);
  return reading;
}

/** Many at once: those not read yet in one query, however many. */
export async function readRevisions(ids: readonly string[]): Promise<Revision[]> {
  const unread = ids.filter((id) => !kept.has(id));
  const read = new Map<string, Revision>();
  for (let from = 0; from < unread.length; from += MOST_PARAMETERS) {
    const rows = await db.courseRevision.findMany({
      where: { id: { in: unread.slice(from, from + MOST_PARAMETERS) } },
      select: columns,
    });
    for (const row of rows) read.set(row.id, revisionOf(row));
  }
  const revisions: Revision[] = [];
  for (const id of ids) {
    const found = read.get(id);
    if (found) keep(id, Promise.resolve(found));
    revisions.push(found ?? (await readRevision(id)));
  }
  return revisions;
}

function keep(id: string, reading: Promise<Revision>): void {
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(id, reading);
}

const columns = {
  id: true,
  number: true,
  courseId: true,
  manifest: true,
  note: true,
  publishedAt: true,
  publishedById: true,
} as const;

async function fetchRevision(id: string, client: typeof db | Tx): Promise<Revision> {
  return revisionOf(await client.courseRevision.findUniqueOrThrow({ where: { id }, select: columns }));
}

type Row = Pick<Revision, "id" | "number" | "courseId" | "note" | "publishedAt" | "publishedById"> & {
  manifest: string;
};

function revisionOf({ manifest: json, ...row }: Row): Revision {
  const { course, lessons, title, summary, kind, language, audience, accountabilities, clauses } =
    revisionManifest.parse(JSON.parse(json));
  return {
    ...row,
    courseSlug: course.slug,
    title,
    summary,
    kind,
    language,
    audience,
    accountabilities,
    clauses,
    lessons: lessons.map(({ snapshot, slug, title, summary, minutes, checks }, index) => ({
      position: index + 1,
      slug,
      title,
      summary,
      minutes,
      snapshotHash: snapshot,
      checks,
    })),
  };
}
