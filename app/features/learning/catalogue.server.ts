import { browseCourses, coursesForJobRole, type CourseCard } from "~/features/content/course-queries.server";
import type { CourseKind } from "~/features/content/lesson";
import { searchCourses, type CourseHit } from "~/features/content/search-courses.server";
import type { Actor } from "~/features/people/actor";
import { dutiesOf } from "~/features/people/duties.server";
import { db } from "~/platform/db/client.server";
import { courseProgress, type CourseProgress } from "./course-progress.server";
import type { CourseState } from "./course-state";

export interface CatalogueFilter {
  query?: string | undefined;
  kind?: CourseKind | undefined;
  jobRole?: string | undefined;
  state?: CourseState | undefined;
  after?: string | undefined;
}

export interface CatalogueCourse extends CourseCard {
  lessons: CourseHit["lessons"];
  progress: CourseProgress;
}

export interface Catalogue {
  courses: CatalogueCourse[];
  /** Pass as `after` for the next page; null on the last one, and for a search, which shows its best hits at once. */
  next: string | null;
}

/** The courses that are open to the actor, with where they stand in each. */
export async function catalogue(actor: Actor, filter: CatalogueFilter): Promise<Catalogue> {
  const narrowing = await narrow(actor, filter);
  const { kind, after, query } = filter;
  const found = query
    ? {
        courses: (await searchCourses(actor, { query, kind })).filter(({ id }) => admits(narrowing, id)),
        next: null,
      }
    : await browseCourses(actor, { kind, after, ...narrowing });
  const progress = await courseProgress(
    actor.personId,
    found.courses.map(({ id }) => id),
  );
  return {
    courses: found.courses.map((course) => ({ lessons: [], ...course, progress: progress.get(course.id)! })),
    next: found.next,
  };
}

interface Narrowing {
  ids?: readonly string[];
  notIds?: readonly string[];
}

async function narrow(actor: Actor, { jobRole, state }: CatalogueFilter): Promise<Narrowing> {
  const [forRole, begun] = await Promise.all([
    jobRole ? dutiesOf(jobRole).then((duties) => coursesForJobRole(actor, jobRole, duties)) : undefined,
    state ? begunCourses(actor.personId) : undefined,
  ]);
  if (!begun) return forRole ? { ids: forRole } : {};
  if (state === "not-started") return { ...(forRole ? { ids: forRole } : {}), notIds: [...begun.keys()] };
  const inState = [...begun].flatMap(([id, at]) => (at === state ? id : []));
  return { ids: forRole ? inState.filter((id) => forRole.includes(id)) : inState };
}

function admits({ ids, notIds }: Narrowing, id: string): boolean {
  return (!ids || ids.includes(id)) && !notIds?.includes(id);
}

async function begunCourses(personId: string): Promise<Map<string, CourseState>> {
  const [enrolled, completed] = await Promise.all([
    db.enrolment.findMany({ where: { personId }, select: { courseId: true } }),
    db.courseCompletion.findMany({ where: { personId }, distinct: ["courseId"], select: { courseId: true } }),
  ]);
  return new Map<string, CourseState>([
    ...enrolled.map(({ courseId }) => [courseId, "in-progress"] as const),
    ...completed.map(({ courseId }) => [courseId, "completed"] as const),
  ]);
}
