import { findCourse } from "~/features/content/course-queries.server";
import type { Actor } from "~/features/people/actor";
import { courseProgress } from "./course-progress.server";
import { findPlace } from "./course-place.server";
import { outlineOf } from "./open-lesson.server";

/** What the course page shows. @throws NotFound when there is no such course, or not for this person */
export async function coursePage(actor: Actor, slug: string) {
  const place = await findPlace(actor, slug);
  const [course, progress] = await Promise.all([
    findCourse(actor, slug),
    courseProgress(actor.personId, [place.courseId]),
  ]);
  return {
    ...course,
    lessons: outlineOf(place),
    renewal: place.renewal,
    progress: progress.get(place.courseId)!,
  };
}
