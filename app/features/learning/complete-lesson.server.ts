import { record } from "~/features/ledger/record.server";
import type { Actor } from "~/features/people/actor";
import { subjectAt } from "~/features/people/subject-at.server";
import type { RevisionLesson } from "~/features/content/read-revision.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { completionDocument } from "./completion-document.server";
import { findPlace, lessonAsShown, type CoursePlace, type LessonSent } from "./course-place.server";

export interface LessonOutcome {
  nextLesson: string | null;
  /** Whether this lesson was the last one missing. */
  courseCompleted: boolean;
}

/**
 * Marks a lesson as read; with the last one missing, the course is completed and the evidence recorded.
 * @throws Invalid when a knowledge check of the lesson has not been answered yet; Conflict when the lesson was revised
 * since it was shown: nobody has read what they were not shown
 */
export async function completeLesson(actor: Actor, input: LessonSent): Promise<LessonOutcome> {
  const { courseId } = await findPlace(actor, input.courseSlug);
  return transaction(async (tx) => {
    await lockEnrolment(tx, actor.personId, courseId, input.lessonSlug);
    /* Read again behind the lock, so that of two last lessons sent at once one sees the other. */
    const place = await findPlace(actor, input.courseSlug, tx);
    const lesson = lessonAsShown(place, input);
    const following = place.revision.lessons[place.revision.lessons.indexOf(lesson) + 1]?.slug ?? null;

    if (!place.read.has(lesson.snapshotHash)) {
      await requireAnswers(tx, actor.personId, lesson);
      await tx.lessonProgress.create({
        data: { personId: actor.personId, courseId, snapshotHash: lesson.snapshotHash, completedAt: now() },
        select: { courseId: true },
      });
    }
    const read = new Set([...place.read, lesson.snapshotHash]);
    const whole = place.revision.lessons.every(({ snapshotHash }) => read.has(snapshotHash));
    const courseCompleted = whole && (await completeCourse(tx, actor, place));
    return { nextLesson: following, courseCompleted };
  });
}

/** Holds the person's row of the course until the transaction ends. */
async function lockEnrolment(tx: Tx, personId: string, courseId: string, lessonSlug: string): Promise<void> {
  const openedAt = now();
  await tx.enrolment.upsert({
    where: { personId_courseId: { personId, courseId } },
    update: { lastOpenedAt: openedAt },
    create: { personId, courseId, startedAt: openedAt, lastLesson: lessonSlug, lastOpenedAt: openedAt },
    select: { courseId: true },
  });
}

async function requireAnswers(
  tx: Tx,
  personId: string,
  { snapshotHash, checks }: RevisionLesson,
): Promise<void> {
  if (checks.length === 0) return;
  const answered = await tx.checkAnswer.findMany({
    where: { personId, snapshotHash, checkId: { in: [...checks] } },
    distinct: ["checkId"],
    select: { checkId: true },
  });
  const missing = checks.length - answered.length;
  if (missing === 0) return;
  const open = missing === 1 ? "One question" : `${missing} questions`;
  throw new Invalid(
    "unanswered-checks",
    `${open} of this lesson ${missing === 1 ? "is" : "are"} not answered yet. Any answer will do.`,
  );
}

/** @returns false when this revision was completed before */
async function completeCourse(tx: Tx, actor: Actor, { courseId, revision }: CoursePlace): Promise<boolean> {
  const { personId } = actor;
  const before = await tx.courseCompletion.findUnique({
    where: { personId_revisionId: { personId, revisionId: revision.id } },
    select: { id: true },
  });
  if (before) return false;
  const completedAt = now();
  const id = newId();
  await record(tx, {
    id,
    kind: "course-completed",
    outcome: "completed",
    subject: await subjectAt(tx, personId, completedAt),
    actorId: personId,
    occurredAt: completedAt,
    title: revision.title,
    edition: `Revision ${revision.number}`,
    courseId,
    clauses: [...revision.clauses],
    document: await completionDocument(tx, personId, revision, completedAt),
  });
  await tx.courseCompletion.create({
    data: { id, personId, courseId, revisionId: revision.id, completedAt, recordedAt: completedAt },
    select: { id: true },
  });
  await enqueue(tx, "evidence-recorded", { personId });
  return true;
}
