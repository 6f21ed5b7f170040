import type { Actor } from "~/features/people/actor";
import { db, type Prisma } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { courseVisibleTo } from "./course-policy.server";
import { courseKinds, type CourseKind } from "./lesson";
import { readRevision, readRevisions, type Revision } from "./read-revision.server";

export interface CourseCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: CourseKind;
  readonly minutes: number;
}

export interface CoursePageOf {
  readonly courses: readonly CourseCard[];
  /** Pass as `after` for the next page; null on the last one. */
  readonly next: string | null;
}

export interface FoundCourse extends Omit<Revision, "id" | "number"> {
  readonly id: string;
  readonly slug: string;
  readonly minutes: number;
  readonly origin: string;
  readonly ownerId: string | null;
  readonly revisionId: string;
  readonly revisionNumber: number;
}

const PAGE = 24;

/** The course as published now, with its lessons. @throws NotFound when there is none, or not for this person */
export async function findCourse(actor: Actor, slug: string): Promise<FoundCourse> {
  const course = await db.course.findFirst({
    where: { AND: [{ slug }, courseVisibleTo(actor)] },
    select: { id: true, slug: true, minutes: true, origin: true, ownerId: true, currentRevisionId: true },
  });
  if (!course?.currentRevisionId) throw new NotFound("course");
  const { currentRevisionId: revisionId, ...row } = course;
  const { id: _, number, ...revision } = await readRevision(revisionId);
  return { ...revision, ...row, revisionId, revisionNumber: number };
}

interface Browsing {
  kind?: CourseKind | undefined;
  after?: string | null | undefined;
  /** Only these, where given. */
  ids?: readonly string[] | undefined;
  notIds?: readonly string[] | undefined;
}

/** By title. */
export async function browseCourses(
  actor: Actor,
  { kind, after, ids, notIds }: Browsing = {},
): Promise<CoursePageOf> {
  const among = { ...(ids ? { in: [...ids] } : {}), ...(notIds ? { notIn: [...notIds] } : {}) };
  const rows = await db.course.findMany({
    where: { AND: [courseVisibleTo(actor), ofKind(kind), { id: among }, beyond(after)] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    select: courseCard,
  });
  const last = rows.length > PAGE ? rows[PAGE - 1]! : null;
  return { courses: rows.slice(0, PAGE).map(toCard), next: last && cursorOf(last) };
}

/** Ids of the visible courses that serve a duty of one of the job roles, or are meant for it alone. */
export async function coursesForJobRole(
  actor: Actor,
  jobRoleId: string,
  dutyIds: readonly string[],
): Promise<string[]> {
  const courses = await db.course.findMany({
    where: courseVisibleTo(actor),
    select: { currentRevisionId: true },
  });
  const revisions = await readRevisions(courses.flatMap(({ currentRevisionId }) => currentRevisionId ?? []));
  return revisions
    .filter(
      ({ accountabilities, audience }) =>
        audience.jobRoles.includes(jobRoleId) || accountabilities.some((id) => dutyIds.includes(id)),
    )
    .map(({ courseId }) => courseId);
}

/** Those of `ids` that the actor may see. */
export async function visibleCourses(
  actor: Actor,
  ids: readonly string[],
  kind?: CourseKind,
): Promise<Map<string, CourseCard>> {
  const rows = await db.course.findMany({
    where: { AND: [{ id: { in: [...ids] } }, courseVisibleTo(actor), ofKind(kind)] },
    select: courseCard,
  });
  return new Map(rows.map((row) => [row.id, toCard(row)]));
}

function isCourseKind(value: unknown): value is CourseKind {
  return courseKinds.some((kind) => kind === value);
}

const courseCard = { id: true, slug: true, title: true, summary: true, kind: true, minutes: true } as const;

function toCard<T extends { kind: string }>(row: T): T & { kind: CourseKind } {
  if (!isCourseKind(row.kind)) throw new Error(`A course has the unknown kind ${row.kind}`);
  return { ...row, kind: row.kind };
}

function ofKind(kind: CourseKind | undefined): Prisma.CourseWhereInput {
  return kind ? { kind } : {};
}

function cursorOf({ title, id }: { title: string; id: string }): string {
  return Buffer.from(JSON.stringify([title, id])).toString("base64url");
}

/** A cursor that was tampered with or is out of date starts from the beginning. */
function beyond(after: string | null | undefined): Prisma.CourseWhereInput {
  if (!after) return {};
  try {
    const parsed: unknown = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
    const [title, id] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
    if (typeof title !== "string" || typeof id !== "string") return {};
    return { OR: [{ title: { gt: title } }, { title, id: { gt: id } }] };
  } catch {
    return {};
  }
}
