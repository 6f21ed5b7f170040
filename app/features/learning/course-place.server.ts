/** Where a person is in a course, in one query: the lesson page is the portal's busiest. */
import { isInAudience } from "~/features/content/audience-rules";
import { revisionHistories, type Revision } from "~/features/content/read-revision.server";
import { readingCountsFrom } from "~/features/content/revisions/asked-again";
import type { Actor } from "~/features/people/actor";
import { db, type Tx } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { standingOf, type CourseStanding, type LessonStanding } from "./course-standing";

export interface CoursePlace extends CourseStanding {
  courseId: string;
  revision: Revision;
  /** The newest that the person has completed. */
  completedRevisionId: string | null;
  /** Before this, reading and answers do not count for the course as it is now. */
  countsFrom: Date | null;
  lastLesson: string | null;
}

interface Row {
  id: string;
  currentRevisionId: string | null;
  ownerId: string | null;
  lastLesson: string | null;
  snapshotHash: string | null;
  readAt: Date | null;
  completedRevisionId: string | null;
}

/** @throws NotFound when there is no such course, or not for this person */
export async function findPlace(
  actor: Actor,
  courseSlug: string,
  client: Tx | typeof db = db,
): Promise<CoursePlace> {
  /* Raw, because Prisma takes three queries of its own for this and ten times as long. */
  const rows = await client.$queryRaw<Row[]>`
    SELECT c."id", c."currentRevisionId", c."ownerId", e."lastLesson", p."snapshotHash",
           p."completedAt" AS "readAt",
           (SELECT done."revisionId" FROM "CourseCompletion" done
            WHERE done."courseId" = c."id" AND done."personId" = ${actor.personId}
            ORDER BY done."completedAt" DESC, done."id" DESC LIMIT 1) AS "completedRevisionId"
    FROM "Course" c
    LEFT JOIN "Enrolment" e ON e."courseId" = c."id" AND e."personId" = ${actor.personId}
    LEFT JOIN "LessonProgress" p ON p."courseId" = c."id" AND p."personId" = ${actor.personId}
    WHERE c."slug" = ${courseSlug} AND c."archivedAt" IS NULL`;
  const course = rows[0];
  if (!course?.currentRevisionId) throw new NotFound("course");
  const { id: courseId, currentRevisionId, completedRevisionId, lastLesson } = course;
  const history = (await revisionHistories([currentRevisionId], client)).get(currentRevisionId)!;
  const revision = history.at(-1)!;
  if (course.ownerId !== actor.personId && !isInAudience(actor, revision.audience))
    throw new NotFound("course");
  const readAt = new Map(
    rows.flatMap(({ snapshotHash, readAt }) => (snapshotHash && readAt ? [[snapshotHash, readAt]] : [])),
  );
  return {
    courseId,
    revision,
    completedRevisionId,
    lastLesson,
    countsFrom: readingCountsFrom(history),
    ...standingOf(history, readAt, completedRevisionId),
  };
}

/** Which lesson a form was sent from, and the snapshot that its page had shown. */
export interface LessonSent {
  readonly courseSlug: string;
  readonly lessonSlug: string;
  readonly snapshot: string;
}

/** @throws NotFound; Conflict when the lesson is no longer the one that was shown */
export function lessonAsShown(place: CoursePlace, { lessonSlug, snapshot }: LessonSent): LessonStanding {
  const lesson = lessonOf(place, lessonSlug);
  if (lesson.snapshotHash === snapshot) return lesson;
  throw new Conflict(
    "lesson-revised",
    "This lesson was revised while you were reading. Nothing was recorded.",
  );
}

/** @throws NotFound when the course has no such lesson now */
export function lessonOf({ lessons }: CoursePlace, lessonSlug: string): LessonStanding {
  const lesson = lessons.find(({ slug }) => slug === lessonSlug);
  if (!lesson) throw new NotFound("lesson");
  return lesson;
}
