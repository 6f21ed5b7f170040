import { readRevision } from "~/features/content/read-revision.server";
import { db, sqlList } from "~/platform/db/client.server";
import type { CourseState } from "./course-state";

export interface CourseProgress {
  state: CourseState;
  lessons: number;
  readLessons: number;
  /** The lesson to go on with: the last one opened while unfinished, otherwise the first unread one. */
  resumeAt: string | null;
  completedAt: Date | null;
  /** Minutes of the lessons not read yet. */
  minutesLeft: number;
}

interface PlaceRow {
  id: string;
  currentRevisionId: string;
  lastLesson: string | null;
  snapshotHash: string | null;
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
      SELECT c."id", c."currentRevisionId", e."lastLesson", p."snapshotHash"
      FROM "Course" c
      LEFT JOIN "Enrolment" e ON e."courseId" = c."id" AND e."personId" = ${personId}
      LEFT JOIN "LessonProgress" p ON p."courseId" = c."id" AND p."personId" = ${personId}
      WHERE c."id" IN (${sqlList([...courseIds])}) AND c."currentRevisionId" IS NOT NULL`,
    db.courseCompletion.findMany({
      where: mine,
      orderBy: { completedAt: "asc" },
      select: { courseId: true, completedAt: true },
    }),
  ]);
  const completedAt = new Map(completions.map((row) => [row.courseId, row.completedAt]));
  const places = new Map<string, { revisionId: string; lastLesson: string | null; read: Set<string> }>();
  for (const { id, currentRevisionId, lastLesson, snapshotHash } of rows) {
    const place = places.get(id) ?? { revisionId: currentRevisionId, lastLesson, read: new Set() };
    if (snapshotHash) place.read.add(snapshotHash);
    places.set(id, place);
  }
  return new Map(
    await Promise.all(
      [...places].map(async ([id, { revisionId, lastLesson, read }]) => {
        const { lessons } = await readRevision(revisionId);
        const unread = lessons.filter(({ snapshotHash }) => !read.has(snapshotHash));
        const completed = completedAt.get(id) ?? null;
        const started = lastLesson !== null || read.size > 0;
        const state: CourseState = completed ? "completed" : started ? "in-progress" : "not-started";
        const resume = unread.find(({ slug }) => slug === lastLesson) ?? unread[0] ?? lessons[0];
        return [
          id,
          {
            state,
            lessons: lessons.length,
            readLessons: lessons.length - unread.length,
            resumeAt: resume?.slug ?? null,
            completedAt: completed,
            minutesLeft: unread.reduce((sum, { minutes }) => sum + minutes, 0),
          },
        ] as const;
      }),
    ),
  );
}
