import type { LessonChangeKind } from "~/features/content/revisions/lesson-changes";

/** "2 of 6 lessons changed" */
export function renewalWords(
  { kind, lessons }: { kind: "delta" | "full"; lessons: number },
  all: number,
): string {
  if (kind === "full") return "The course is to be read again";
  return `${lessons} of ${all} lessons ${lessons === 1 ? "is" : "are"} new or changed`;
}

/** "1 of 2 changed lessons read" */
export function progressWords(
  renewal: { kind: "delta" | "full"; lessons: number; done: number } | null,
  progress: { lessons: number; readLessons: number },
): string {
  if (!renewal) return `${progress.readLessons} of ${progress.lessons} read`;
  const which = renewal.kind === "full" ? "lessons read again" : "new or changed lessons read";
  return `${renewal.done} of ${renewal.lessons} ${which}`;
}

export function renewalAction(kind: "delta" | "full"): string {
  return kind === "delta" ? "Read what changed" : "Read the course again";
}

/** Said beside a lesson; nothing where it is as it was. */
export const lessonChangeWords: Record<LessonChangeKind, string | null> = {
  new: "New",
  changed: "Changed",
  details: null,
  moved: "Moved",
  removed: null,
  unchanged: null,
};
