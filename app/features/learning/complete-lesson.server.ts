import { record } from "~/features/ledger/record.server";
import type { Actor } from "~/features/people/actor";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { completionDocument } from "./completion-document.server";
import { findPlace, lessonAsShown, type CoursePlace, type LessonSent } from "./course-place.server";
import type { LessonStanding } from "./course-standing";

export interface LessonOutcome {
  nextLesson: string | null;
  /** Whether this lesson was the last one missing. */
  courseCompleted: boolean;
}

/**
 * Marks a lesson as read; with the last one missing, the course is completed and the evidence recorded.
 * @throws Invalid when a knowledge check of the lesson has not been answered yet, with the ids of those in `checks`; Conflict when the lesson was revised
 * since it was shown: nobody has read what they were not shown
 */
export async function completeLesson(actor: Actor, input: LessonSent): Promise<LessonOutcome> {
  const { courseId } = await findPlace(actor, input.courseSlug);
  return transaction(async (tx) => {
    await lockEnrolment(tx, actor.personId, courseId, input.lessonSlug);
    /* Read again behind the lock, so that of two last lessons sent at once one sees the other. */
    const place = await findPlace(actor, input.courseSlug, tx);
    const lesson = lessonAsShown(place, input);
    if (!lesson.read) {
      await requireAnswers(tx, actor.personId, lesson.snapshotHash, lesson.checks, place.countsFrom);
      await markRead(tx, actor.personId, courseId, lesson.snapshotHash);
    }
    const whole = place.lessons.every((other) => other.read || other === lesson);
    const courseCompleted = whole && (await completeCourse(tx, actor, place));
    return { nextLesson: following(place, lesson), courseCompleted };
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

/** In a renewal, the next lesson that it asks for; otherwise the one after this. */
function following({ lessons, renewal }: CoursePlace, lesson: LessonStanding): string | null {
  const later = lessons.slice(lessons.indexOf(lesson) + 1);
  if (!renewal) return later[0]?.slug ?? null;
  const open = (other: LessonStanding) => !other.read && other !== lesson;
  return (later.find(open) ?? lessons.find(open) ?? later[0])?.slug ?? null;
}

/** Read before a full revision and again after it, a lesson has the later date; the record of before has the earlier. */
async function markRead(tx: Tx, personId: string, courseId: string, snapshotHash: string): Promise<void> {
  const completedAt = now();
  await tx.lessonProgress.upsert({
    where: { personId_courseId_snapshotHash: { personId, courseId, snapshotHash } },
    update: { completedAt },
    create: { personId, courseId, snapshotHash, completedAt },
    select: { courseId: true },
  });
}

async function requireAnswers(
  tx: Tx,
  personId: string,
  snapshotHash: string,
  checks: readonly string[],
  since: Date | null,
): Promise<void> {
  if (checks.length === 0) return;
  const answered = await tx.checkAnswer.findMany({
    where: {
      personId,
      snapshotHash,
      checkId: { in: [...checks] },
      ...(since ? { answeredAt: { gte: since } } : {}),
    },
    distinct: ["checkId"],
    select: { checkId: true },
  });
  const done = new Set(answered.map(({ checkId }) => checkId));
  const missing = checks.filter((id) => !done.has(id));
  if (missing.length === 0) return;
  const one = missing.length === 1;
  throw new Invalid(
    "unanswered-checks",
    `${one ? "One question" : `${missing.length} questions`} of this lesson ${one ? "is" : "are"} not answered yet. Any answer will do.`,
    { checks: missing },
  );
}

/** @returns false when there is nothing to complete: this revision was, or nothing new is asked since one that was */
async function completeCourse(tx: Tx, actor: Actor, place: CoursePlace): Promise<boolean> {
  const { courseId, revision, completedRevisionId, renewal } = place;
  if (completedRevisionId !== null && !renewal) return false;
  const { personId } = actor;
  const completedAt = now();
  const id = newId();
  const edition = `Revision ${revision.number}`;
  await record(tx, {
    id,
    kind: "course-completed",
    outcome: "completed",
    subject: await subjectAt(tx, personId, completedAt),
    actorId: personId,
    occurredAt: completedAt,
    title: revision.title,
    edition: renewal ? `${edition}, ${renewal.kind} from revision ${renewal.from.number}` : edition,
    courseId,
    clauses: [...revision.clauses],
    document: await completionDocument(tx, personId, place, completedAt),
  });
  await tx.courseCompletion.create({
    data: { id, personId, courseId, revisionId: revision.id, completedAt, recordedAt: completedAt },
    select: { id: true },
  });
  await enqueue(tx, "evidence-recorded", { personId });
  return true;
}
