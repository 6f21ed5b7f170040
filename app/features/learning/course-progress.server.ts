import { revisionHistories } from "~/features/content/read-revision.server";
import { db, sqlList } from "~/platform/db/client.server";
import { type Renewal, standingOf } from "./course-standing";
import type { CourseState } from "./course-state";

export interface CourseProgress {
  state: CourseState;
  lessons: number;
  readLessons: number;
  /** The lesson to go on with: the last one opened while unfinished, otherwise the first unread one. */
  resumeAt: string | null;
  completedAt: Date | null;
  /** What a later revision asks of who has completed the course; null where it asks nothing. */
  renewal: Pick<Renewal, "kind" | "lessons" | "done"> | null;
  /** Minutes of the lessons not read yet. */
  minutesLeft: number;
}

interface PlaceRow {
  id: string;
  currentRevisionId: string;
  lastLesson: string | null;
  snapshotHash: string | null;
  readAt: Date | null;
}

/** How far a person is in each of the courses, in two queries however many there are. */
export async function courseProgress(
  personId: string,
  courseIds: readonly string[],
): Promise<Map<string, CourseProgress>> {
  if (courseIds.length === 0) return new Map();
  const mine = { personId, courseId: { in: [...courseIds] } };
  const [rows, completions] = await Promise.all([
    db.$queryRaw<PlaceRow[]>`
      SELECT c."id", c."currentRevisionId", e."lastLesson", p."snapshotHash", p."completedAt" AS "readAt"
      FROM "Course" c
      LEFT JOIN "Enrolment" e ON e."courseId" = c."id" AND e."personId" = ${personId}
      LEFT JOIN "LessonProgress" p ON p."courseId" = c."id" AND p."personId" = ${personId}
      WHERE c."id" IN (${sqlList([...courseIds])}) AND c."currentRevisionId" IS NOT NULL`,
    db.courseCompletion.findMany({
      where: mine,
      orderBy: [{ completedAt: "asc" }, { id: "asc" }],
      select: { courseId: true, revisionId: true, completedAt: true },
    }),
  ]);
  const completed = new Map(completions.map((row) => [row.courseId, row]));
  const places = new Map<
    string,
    { revisionId: string; lastLesson: string | null; read: Map<string, Date> }
  >();
  for (const { id, currentRevisionId, lastLesson, snapshotHash, readAt } of rows) {
    const place = places.get(id) ?? { revisionId: currentRevisionId, lastLesson, read: new Map() };
    if (snapshotHash && readAt) place.read.set(snapshotHash, readAt);
    places.set(id, place);
  }
  const histories = await revisionHistories([...places.values()].map(({ revisionId }) => revisionId));
  return new Map(
    [...places].map(([id, { revisionId, lastLesson, read }]) => {
      const done = completed.get(id);
      const { lessons, renewal } = standingOf(histories.get(revisionId)!, read, done?.revisionId ?? null);
      const unread = lessons.filter((lesson) => !lesson.read);
      const started = lastLesson !== null || read.size > 0;
      const state: CourseState = done ? "completed" : started ? "in-progress" : "not-started";
      const resume = unread.find(({ slug }) => slug === lastLesson) ?? unread[0] ?? lessons[0];
      return [
        id,
        {
          state,
          lessons: lessons.length,
          readLessons: lessons.length - unread.length,
          resumeAt: resume?.slug ?? null,
          completedAt: done?.completedAt ?? null,
          renewal: renewal && { kind: renewal.kind, lessons: renewal.lessons, done: renewal.done },
          minutesLeft: unread.reduce((sum, { minutes }) => sum + minutes, 0),
        },
      ];
    }),
  );
}
