/**
 * Full-text search over what courses say now. The index holds every course and is the process's own; what a person may
 * see is asked of the database for each search, before anything of a hit is read.
 */
import MiniSearch from "minisearch";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { visibleCourses, type CourseCard } from "./course-queries.server";
import type { CourseKind } from "./lesson";
import { excerptAround } from "./search-excerpt";

export interface CourseHit extends CourseCard {
  /** The lessons that match, best first. */
  readonly lessons: readonly { slug: string; title: string; excerpt: string }[];
}

interface Entry {
  readonly id: string;
  readonly courseId: string;
  readonly lessonSlug: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

const MOST_HITS = 50;
/** Courses looked up for one search; best first, so that what is beyond is far-fetched. */
const MOST_ASKED = 2_000;
const MOST_LESSONS = 3;
const LONGEST_QUERY = 200;
const MOST_TERMS = 12;

const entries = new Map<string, Entry>();
/** Course id → the revision that is indexed, with the ids of its entries. */
const indexed = new Map<string, { revisionId: string; entryIds: string[] }>();
const index = new MiniSearch<Entry>({
  fields: ["title", "summary", "text"],
  searchOptions: {
    boost: { title: 4, summary: 2 },
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > 6 ? 2 : term.length > 3 ? 1 : false),
    combineWith: "AND",
  },
});
let indexedRevisions = -1;
let refreshing: Promise<void> | null = null;

export async function searchCourses(
  actor: Actor,
  { query, kind }: { query: string; kind?: CourseKind | undefined },
): Promise<CourseHit[]> {
  const terms = query.slice(0, LONGEST_QUERY).split(/\s+/).filter(Boolean).slice(0, MOST_TERMS);
  if (terms.length === 0) return [];
  await refresh();
  const byCourse = new Map<string, { entry: Entry; matched: string[] }[]>();
  for (const { id, terms: matched } of index.search(terms.join(" "))) {
    const entry = entries.get(String(id));
    if (!entry) continue;
    const found = byCourse.get(entry.courseId);
    if (found) found.push({ entry, matched });
    else byCourse.set(entry.courseId, [{ entry, matched }]);
  }
  if (byCourse.size === 0) return [];
  const visible = await visibleCourses(actor, [...byCourse.keys()].slice(0, MOST_ASKED), kind);
  return [...byCourse]
    .flatMap(([courseId, found]) => {
      const course = visible.get(courseId);
      return course ? [{ ...course, lessons: lessonHits(found) }] : [];
    })
    .slice(0, MOST_HITS);
}

function lessonHits(found: readonly { entry: Entry; matched: string[] }[]): CourseHit["lessons"] {
  return found
    .filter(({ entry }) => entry.lessonSlug !== "")
    .slice(0, MOST_LESSONS)
    .map(({ entry, matched }) => ({
      slug: entry.lessonSlug,
      title: entry.title,
      excerpt: excerptAround(entry.text, matched) || entry.summary,
    }));
}

/** Revisions are only ever added, and a course moves to another only by adding one: their count is the version. */
async function refresh(): Promise<void> {
  const revisions = await db.courseRevision.count();
  if (revisions === indexedRevisions) return;
  refreshing ??= reindex(revisions).finally(() => (refreshing = null));
  await refreshing;
}

async function reindex(revisions: number): Promise<void> {
  const courses = await db.course.findMany({
    where: { currentRevisionId: { not: null } },
    select: { id: true, currentRevisionId: true },
  });
  const changed = courses.flatMap(({ id, currentRevisionId }) =>
    currentRevisionId !== null && indexed.get(id)?.revisionId !== currentRevisionId
      ? [{ id, revisionId: currentRevisionId }]
      : [],
  );
  for (const { id, revisionId } of changed) await indexCourse(id, revisionId);
  indexedRevisions = revisions;
}

async function indexCourse(courseId: string, revisionId: string): Promise<void> {
  const [course, lessons] = await Promise.all([
    db.course.findUniqueOrThrow({ where: { id: courseId }, select: { title: true, summary: true } }),
    db.revisionLesson.findMany({
      where: { revisionId },
      orderBy: { position: "asc" },
      select: { slug: true, title: true, summary: true, snapshot: { select: { text: true } } },
    }),
  ]);
  const fresh: Entry[] = [
    { id: courseId, courseId, lessonSlug: "", title: course.title, summary: course.summary, text: "" },
    ...lessons.map(({ slug, title, summary, snapshot }) => ({
      id: `${courseId}/${slug}`,
      courseId,
      lessonSlug: slug,
      title,
      summary,
      text: snapshot.text,
    })),
  ];
  for (const id of indexed.get(courseId)?.entryIds ?? []) {
    index.discard(id);
    entries.delete(id);
  }
  index.addAll(fresh);
  for (const entry of fresh) entries.set(entry.id, entry);
  indexed.set(courseId, { revisionId, entryIds: fresh.map(({ id }) => id) });
}
