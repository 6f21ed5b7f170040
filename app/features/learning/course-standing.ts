/** How far a person is in a course as it is now, from what they read and completed of it as it was. Pure. */
import type { Revision, RevisionLesson } from "~/features/content/read-revision.server";
import { askedSince, readAs, readingCountsFrom } from "~/features/content/revisions/asked-again";
import { lessonChanges, type LessonChange } from "~/features/content/revisions/lesson-changes";

export interface LessonStanding extends RevisionLesson {
  readonly read: boolean;
  /** Of who has completed an earlier revision: they have to read this one again, or have by now. */
  readonly asked: boolean;
}

/** What is asked of who has completed an earlier revision, as long as it is asked. */
export interface Renewal {
  readonly kind: "delta" | "full";
  readonly from: { readonly id: string; readonly number: number };
  readonly lessons: number;
  readonly done: number;
  /** Of each lesson that it had then and has changed since, by address. */
  readonly snapshots: ReadonlyMap<string, string>;
  /** Of all lessons, with those that are gone. */
  readonly changes: readonly LessonChange[];
}

export interface CourseStanding {
  readonly lessons: readonly LessonStanding[];
  /** Null for who has not completed the course, or has nothing new to read in it. */
  readonly renewal: Renewal | null;
}

/**
 * @param readAt when each snapshot was read last
 * @param base the newest revision that the person has completed
 */
export function standingOf(
  history: readonly Revision[],
  readAt: ReadonlyMap<string, Date>,
  base: string | null,
): CourseStanding {
  const current = history.at(-1)!;
  const counting = readAs(history);
  const since = readingCountsFrom(history);
  const wasRead = ({ slug }: RevisionLesson) =>
    [...counting.get(slug)!].some((hash) => {
      const at = readAt.get(hash);
      return at !== undefined && (since === null || at >= since);
    });
  const again = base === null ? null : askedSince(base, history);
  const lessons = current.lessons.map((lesson): LessonStanding => {
    const asked = again?.lessons.includes(lesson) ?? false;
    return { ...lesson, asked, read: wasRead(lesson) || (again !== null && !asked) };
  });
  const from = history.find(({ id }) => id === base);
  if (!again || again.kind === "nothing" || !from) return { lessons, renewal: null };
  const asked = lessons.filter((lesson) => lesson.asked);
  const changes = lessonChanges(from.lessons, current.lessons);
  return {
    lessons,
    renewal: {
      kind: again.kind,
      from: { id: from.id, number: from.number },
      lessons: asked.length,
      done: asked.filter(({ read }) => read).length,
      snapshots: new Map(
        changes.flatMap(({ slug, change }) => {
          const was = change === "changed" && from.lessons.find((lesson) => lesson.slug === slug);
          return was ? [[slug, was.snapshotHash]] : [];
        }),
      ),
      changes,
    },
  };
}
