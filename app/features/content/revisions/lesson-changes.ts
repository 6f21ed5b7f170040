/** What a reader of one revision would find different in a later one, lesson by lesson. */
interface RevisedLesson {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly snapshotHash: string;
  /** Hash of what it says, however it is set; null in revisions from before it was kept. */
  readonly content: string | null;
}

export type LessonChangeKind = "new" | "changed" | "details" | "moved" | "removed" | "unchanged";

export interface LessonChange {
  readonly slug: string;
  readonly title: string;
  readonly change: LessonChangeKind;
}

/** In the new order, with what is gone at the end. A lesson is known by its address. */
export function lessonChanges(
  before: readonly RevisedLesson[],
  after: readonly RevisedLesson[],
): LessonChange[] {
  const old = new Map(before.map((lesson) => [lesson.slug, lesson]));
  const kept = new Set(after.map(({ slug }) => slug));
  const orderBefore = before.filter(({ slug }) => kept.has(slug)).map(({ slug }) => slug);
  const orderNow = after.filter(({ slug }) => old.has(slug)).map(({ slug }) => slug);
  const changes = after.map((lesson): LessonChange => {
    const { slug, title } = lesson;
    const was = old.get(slug);
    if (!was) return { slug, title, change: "new" };
    if (!saysTheSame(was, lesson)) return { slug, title, change: "changed" };
    if (was.title !== title || was.summary !== lesson.summary || was.minutes !== lesson.minutes)
      return { slug, title, change: "details" };
    const stays = orderBefore.indexOf(slug) === orderNow.indexOf(slug);
    return { slug, title, change: stays ? "unchanged" : "moved" };
  });
  const removed = before
    .filter(({ slug }) => !kept.has(slug))
    .map(({ slug, title }): LessonChange => ({ slug, title, change: "removed" }));
  return [...changes, ...removed];
}

type Content = Pick<RevisedLesson, "snapshotHash" | "content">;

export function saysTheSame(a: Content, b: Content): boolean {
  return a.snapshotHash === b.snapshotHash || (a.content !== null && a.content === b.content);
}

export const changeWords: Record<LessonChangeKind, string> = {
  new: "New",
  changed: "Text changed",
  details: "Title, summary or minutes changed",
  moved: "Moved",
  removed: "Removed",
  unchanged: "Unchanged",
};
