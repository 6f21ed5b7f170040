/** Where a person is in a course, in one query: the lesson page is the portal's busiest. */
import { readRevision, type Revision, type RevisionLesson } from "~/features/content/read-revision.server";
import { isInAudience } from "~/features/content/audience-rules";
import type { Actor } from "~/features/people/actor";
import { db, type Tx } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";

export interface CoursePlace {
  courseId: string;
  revision: Revision;
  /** Snapshots the person has finished reading. */
  read: ReadonlySet<string>;
  lastLesson: string | null;
}

interface Row {
  id: string;
  currentRevisionId: string | null;
  ownerId: string | null;
  lastLesson: string | null;
  snapshotHash: string | null;
}

/** @throws NotFound when there is no such course, or not for this person */
export async function findPlace(
  actor: Actor,
  courseSlug: string,
  client: Tx | typeof db = db,
): Promise<CoursePlace> {
  /* Raw, because Prisma takes three queries of its own for this and ten times as long. */
  const rows = await client.$queryRaw<Row[]>`
    SELECT c."id", c."currentRevisionId", c."ownerId", e."lastLesson", p."snapshotHash"
    FROM "Course" c
    LEFT JOIN "Enrolment" e ON e."courseId" = c."id" AND e."personId" = ${actor.personId}
    LEFT JOIN "LessonProgress" p ON p."courseId" = c."id" AND p."personId" = ${actor.personId}
    WHERE c."slug" = ${courseSlug} AND c."archivedAt" IS NULL`;
  const course = rows[0];
  if (!course?.currentRevisionId) throw new NotFound("course");
  const revision = await readRevision(course.currentRevisionId, client);
  if (course.ownerId !== actor.personId && !isInAudience(actor, revision.audience))
    throw new NotFound("course");
  return {
    courseId: course.id,
    revision,
    read: new Set(rows.flatMap(({ snapshotHash }) => snapshotHash ?? [])),
    lastLesson: course.lastLesson,
  };
}

/** Which lesson a form was sent from, and the snapshot that its page had shown. */
export interface LessonSent {
  readonly courseSlug: string;
  readonly lessonSlug: string;
  readonly snapshot: string;
}

/** @throws NotFound; Conflict when the lesson is no longer the one that was shown */
export function lessonAsShown(place: CoursePlace, { lessonSlug, snapshot }: LessonSent): RevisionLesson {
  const lesson = lessonOf(place, lessonSlug);
  if (lesson.snapshotHash === snapshot) return lesson;
  throw new Conflict(
    "lesson-revised",
    "This lesson was revised while you were reading. Nothing was recorded.",
  );
}

/** @throws NotFound when the course has no such lesson now */
export function lessonOf({ revision }: CoursePlace, lessonSlug: string): RevisionLesson {
  const lesson = revision.lessons.find(({ slug }) => slug === lessonSlug);
  if (!lesson) throw new NotFound("lesson");
  return lesson;
}
