import { readLesson } from "~/features/content/read-lesson.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenAnswers } from "./check-answers.server";
import { findPlace, lessonOf, type CoursePlace } from "./course-place.server";

export interface OutlineLesson {
  slug: string;
  title: string;
  minutes: number;
  read: boolean;
}

/** Everything the lesson page shows. Remembers the lesson as the place to resume at. */
export async function openLesson(actor: Actor, input: { courseSlug: string; lessonSlug: string }) {
  const place = await findPlace(actor, input.courseSlug);
  const current = lessonOf(place, input.lessonSlug);
  const [lesson] = await Promise.all([
    readLesson(current.snapshotHash),
    place.lastLesson === current.slug ? undefined : rememberPlace(actor, place, current.slug),
  ]);
  const hasChecks = lesson.segments.some(({ kind }) => kind === "knowledge-check");
  const answers = hasChecks ? await givenAnswers(actor.personId, current.snapshotHash) : {};
  const { lessons } = place.revision;
  const index = lessons.indexOf(current);
  return {
    course: { slug: place.revision.courseSlug, title: place.revision.title, number: place.revision.number },
    lessons: outlineOf(place),
    current: {
      slug: current.slug,
      snapshot: current.snapshotHash,
      title: current.title,
      minutes: current.minutes,
      position: index + 1,
      read: place.read.has(current.snapshotHash),
    },
    previous: lessons[index - 1]?.slug ?? null,
    next: lessons[index + 1]?.slug ?? null,
    segments: lesson.segments,
    outline: lesson.outline,
    answers,
  };
}

export function outlineOf({ revision, read }: CoursePlace): OutlineLesson[] {
  return revision.lessons.map(({ slug, title, minutes, snapshotHash }) => ({
    slug,
    title,
    minutes,
    read: read.has(snapshotHash),
  }));
}

async function rememberPlace(actor: Actor, { courseId }: CoursePlace, lessonSlug: string): Promise<void> {
  const openedAt = now();
  await db.enrolment.upsert({
    where: { personId_courseId: { personId: actor.personId, courseId } },
    update: { lastLesson: lessonSlug, lastOpenedAt: openedAt },
    create: {
      personId: actor.personId,
      courseId,
      startedAt: openedAt,
      lastLesson: lessonSlug,
      lastOpenedAt: openedAt,
    },
    select: { courseId: true },
  });
}
