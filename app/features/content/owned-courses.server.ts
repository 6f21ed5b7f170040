/** What the studio needs to know of courses: how far each got, and taking one back. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, type Prisma, type Tx } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { courseVisibleTo } from "./course-policy.server";
import type { CourseKind } from "./lesson";

export interface CourseState {
  readonly id: string;
  readonly revisionId: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** Of those that were published, by id. */
export async function courseStates(
  ids: readonly string[],
  reader: typeof db | Tx = db,
): Promise<Map<string, CourseState>> {
  const courses = await reader.course.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      archivedAt: true,
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, publishedAt: true },
      },
    },
  });
  return new Map(
    courses.flatMap(({ id, archivedAt, revisions: [revision] }) =>
      revision
        ? [
            [
              id,
              {
                id,
                revisionId: revision.id,
                number: revision.number,
                publishedAt: revision.publishedAt,
                withdrawnAt: archivedAt,
              },
            ],
          ]
        : [],
    ),
  );
}

export interface RepositoryCourse {
  readonly slug: string;
  readonly title: string;
  readonly kind: CourseKind;
}

/** Courses that are kept in `content/`: to be looked at, but changed there. */
export async function repositoryCourses(actor: Actor, most: number): Promise<RepositoryCourse[]> {
  const rows = await db.course.findMany({
    where: { AND: [courseVisibleTo(actor), { origin: "git" }] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: most,
    select: { slug: true, title: true, kind: true },
  });
  return rows.map((row) => ({ ...row, kind: row.kind as CourseKind }));
}

export async function isCourseSlugTaken(tx: Tx, slug: string): Promise<boolean> {
  return (await tx.course.findUnique({ where: { slug }, select: { id: true } })) !== null;
}

/** Takes the course out of sight of its audience. Records of those who completed it stay as they are. */
export function withdrawCourse(tx: Tx, ownerId: string, courseId: string): Promise<void> {
  return setArchived(
    tx,
    { id: courseId, ownerId, archivedAt: null, currentRevisionId: { not: null } },
    now(),
  );
}

export function restoreCourse(tx: Tx, ownerId: string, courseId: string): Promise<void> {
  return setArchived(tx, { id: courseId, ownerId, archivedAt: { not: null } }, null);
}

async function setArchived(tx: Tx, where: Prisma.CourseWhereInput, archivedAt: Date | null): Promise<void> {
  const { count } = await tx.course.updateMany({
    where: { ...where, origin: "studio" },
    data: { archivedAt },
  });
  if (count !== 1)
    throw new Conflict("course-state", "This course has changed its state already. Look at it again.");
}
