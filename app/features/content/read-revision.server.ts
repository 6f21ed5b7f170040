/** Revisions are immutable, so what one looks like is read once a process. */
import { db, type Tx } from "~/platform/db/client.server";
import type { Audience, CourseKind } from "./lesson";
import { revisionManifest } from "./revision-manifest";
import { changeKinds, type ChangeKind } from "./revisions/change-kinds";

export interface RevisionLesson {
  readonly position: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly snapshotHash: string;
  /** Ids of its knowledge checks. */
  readonly checks: readonly string[];
  /** Hash of what it says; null in revisions from before it was kept. */
  readonly content: string | null;
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
  /** How it changes the one before; null for the first. */
  readonly change: ChangeKind | null;
  readonly publishedAt: Date;
  readonly publishedById: string | null;
}

/** Manifests are small: a few kilobytes each. */
const MOST_KEPT = 2_000;
const MOST_PARAMETERS = 900;
const kept = new Map<string, Promise<Revision>>();
const histories = new Map<string, readonly Revision[]>();

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

/**
 * Of each course up to the given revision of it, the oldest first: those not read yet in one query, however many.
 * A revision that is not there has none.
 */
export async function revisionHistories(
  ids: readonly string[],
  client: typeof db | Tx = db,
): Promise<Map<string, readonly Revision[]>> {
  const found = new Map(ids.flatMap((id) => (histories.has(id) ? [[id, histories.get(id)!] as const] : [])));
  const unread = ids.filter((id) => !found.has(id));
  if (unread.length === 0) return found;
  const rows = await client.courseRevision.findMany({
    where: { course: { revisions: { some: { id: { in: unread } } } } },
    orderBy: { number: "asc" },
    select: columns,
  });
  const revisions = rows.map(revisionOf);
  for (const id of unread) {
    const last = revisions.find((revision) => revision.id === id);
    if (!last) continue;
    const history = revisions.filter(
      ({ courseId, number }) => courseId === last.courseId && number <= last.number,
    );
    found.set(id, history);
    if (client === db) {
      if (histories.size >= MOST_KEPT) histories.delete(histories.keys().next().value!);
      histories.set(id, history);
    }
  }
  return found;
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
  change: true,
  publishedAt: true,
  publishedById: true,
} as const;

async function fetchRevision(id: string, client: typeof db | Tx): Promise<Revision> {
  return revisionOf(await client.courseRevision.findUniqueOrThrow({ where: { id }, select: columns }));
}

type Row = Pick<Revision, "id" | "number" | "courseId" | "note" | "publishedAt" | "publishedById"> & {
  manifest: string;
  change: string | null;
};

function revisionOf({ manifest: json, change, ...row }: Row): Revision {
  const { course, lessons, title, summary, kind, language, audience, accountabilities, clauses } =
    revisionManifest.parse(JSON.parse(json));
  return {
    ...row,
    change: row.number === 1 ? null : (changeKinds.find((kind) => kind === change) ?? "delta"),
    courseSlug: course.slug,
    title,
    summary,
    kind,
    language,
    audience,
    accountabilities,
    clauses,
    lessons: lessons.map(({ snapshot, slug, title, summary, minutes, checks, content = null }, index) => ({
      position: index + 1,
      slug,
      title,
      summary,
      minutes,
      snapshotHash: snapshot,
      checks,
      content,
    })),
  };
}
