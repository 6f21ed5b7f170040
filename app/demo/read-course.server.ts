import type { Actor } from "~/features/people/actor";
import { checkKeys, readLesson } from "~/features/content/read-lesson.server";
import { answerCheck } from "~/features/learning/check-answers.server";
import { completeLesson } from "~/features/learning/complete-lesson.server";
import { findPlace, type LessonSent } from "~/features/learning/course-place.server";
import { openLesson } from "~/features/learning/open-lesson.server";
import { at, now } from "~/platform/clock.server";
import { daysAfter } from "./era";
import type { Random } from "./random";

interface Reading {
  courseSlug: string;
  startedAt: Date;
  /** How many lessons to finish; the rest stay unread. */
  lessons?: number;
}

/** Reads a course as a person would: one lesson after another, answering what is asked, sometimes wrongly first. */
export async function readCourse(
  actor: Actor,
  { courseSlug, startedAt, lessons }: Reading,
  random: Random,
): Promise<void> {
  const { revision } = await findPlace(actor, courseSlug);
  let clock = startedAt;
  for (const [index, lesson] of revision.lessons.entries()) {
    const place = { courseSlug, lessonSlug: lesson.slug, snapshot: lesson.snapshotHash };
    if (daysAfter(clock, 0, lesson.minutes * 2) > now()) return;
    await at(clock, () => openLesson(actor, place));
    if (index === lessons) return;
    const answeredAt = (clock = daysAfter(clock, 0, lesson.minutes * (0.7 + random.next())));
    await at(answeredAt, () => answerChecks(actor, place, random));
    clock = daysAfter(clock, 0, 1);
    await at(clock, () => completeLesson(actor, place));
    if (random.chance(0.15)) clock = daysAfter(clock, random.between(1, 3));
  }
}

async function answerChecks(actor: Actor, place: LessonSent, random: Random): Promise<void> {
  const [{ segments }, keys] = await Promise.all([readLesson(place.snapshot), checkKeys(place.snapshot)]);
  for (const segment of segments) {
    if (segment.kind !== "knowledge-check") continue;
    const { correct } = keys[segment.id]!;
    const tempting = segment.choices.find(({ id }) => !correct.includes(id));
    if (tempting && random.chance(0.25))
      await answerCheck(actor, { ...place, checkId: segment.id, chosen: [tempting.id] });
    await answerCheck(actor, { ...place, checkId: segment.id, chosen: correct });
  }
}
