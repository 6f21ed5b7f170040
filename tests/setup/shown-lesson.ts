import { openLesson } from "~/features/learning/open-lesson.server";
import type { LessonSent } from "~/features/learning/course-place.server";
import type { Actor } from "~/features/people/actor";

/** A person opens a lesson: what its forms send along. */
export async function shownLesson(actor: Actor, courseSlug: string, lessonSlug: string): Promise<LessonSent> {
  const { current } = await openLesson(actor, { courseSlug, lessonSlug });
  return { courseSlug, lessonSlug, snapshot: current.snapshot };
}
