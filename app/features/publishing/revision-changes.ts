/** What a reader of the current revision would find different in the next one. */
interface RevisedLesson {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly snapshotHash: string;
}

export interface LessonChange {
  readonly slug: string;
  readonly title: string;
  readonly change: "added" | "text" | "details" | "moved" | "removed" | "same";
}

/** In the new order, with what is gone at the end. */
export function revisionChanges(
  current: readonly RevisedLesson[],
  next: readonly RevisedLesson[],
): LessonChange[] {
  const before = new Map(current.map((lesson) => [lesson.slug, lesson]));
  const kept = new Set(next.map(({ slug }) => slug));
  const orderBefore = current.filter(({ slug }) => kept.has(slug)).map(({ slug }) => slug);
  const orderNow = next.filter(({ slug }) => before.has(slug)).map(({ slug }) => slug);
  const changes = next.map((lesson): LessonChange => {
    const { slug, title } = lesson;
    const old = before.get(slug);
    if (!old) return { slug, title, change: "added" };
    if (old.snapshotHash !== lesson.snapshotHash) return { slug, title, change: "text" };
    if (old.title !== title || old.summary !== lesson.summary || old.minutes !== lesson.minutes)
      return { slug, title, change: "details" };
    return { slug, title, change: orderBefore.indexOf(slug) === orderNow.indexOf(slug) ? "same" : "moved" };
  });
  const removed = current
    .filter(({ slug }) => !kept.has(slug))
    .map(({ slug, title }): LessonChange => ({ slug, title, change: "removed" }));
  return [...changes, ...removed];
}

export const changeWords: Record<LessonChange["change"], string> = {
  added: "New",
  text: "Text changed",
  details: "Title, summary or minutes changed",
  moved: "Moved",
  removed: "Removed",
  same: "Unchanged",
};
