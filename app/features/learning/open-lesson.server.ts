import { readLesson } from "~/features/content/read-lesson.server";
import { markDifferences } from "~/features/content/revisions/mark-differences";
import type { LessonChangeKind } from "~/features/content/revisions/lesson-changes";
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
  asked: boolean;
  /** Since the person completed the course, as long as something new is asked of them. */
  change: LessonChangeKind | null;
}

/** Everything the lesson page shows. Remembers the lesson as the place to resume at. */
export async function openLesson(
  actor: Actor,
  input: { courseSlug: string; lessonSlug: string; marked?: boolean },
) {
  const place = await findPlace(actor, input.courseSlug);
  const current = lessonOf(place, input.lessonSlug);
  const [lesson] = await Promise.all([
    readLesson(current.snapshotHash),
    place.lastLesson === current.slug ? undefined : rememberPlace(actor, place, current.slug),
  ]);
  const hasChecks = lesson.segments.some(({ kind }) => kind === "knowledge-check");
  const answers = hasChecks ? await givenAnswers(actor.personId, current.snapshotHash, place.countsFrom) : {};
  const before = current.asked ? (place.renewal?.snapshots.get(current.slug) ?? null) : null;
  const { lessons } = place;
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
      read: current.read,
      asked: current.asked,
    },
    renewedFrom: place.renewal?.from.number ?? null,
    previous: lessons[index - 1]?.slug ?? null,
    next: lessons[index + 1]?.slug ?? null,
    /* Null where it is new, or nothing is asked: there is nothing to compare it with. */
    marked: before === null ? null : (input.marked ?? false),
    segments:
      before && input.marked
        ? markDifferences((await readLesson(before)).segments, lesson.segments)
        : lesson.segments,
    outline: lesson.outline,
    answers,
  };
}

export function outlineOf({ lessons, renewal }: CoursePlace): OutlineLesson[] {
  const changes = new Map(renewal?.changes.map(({ slug, change }) => [slug, change]));
  return lessons.map(({ slug, title, minutes, read, asked }) => ({
    slug,
    title,
    minutes,
    read,
    asked,
    change: changes.get(slug) ?? null,
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
