import { Link } from "@remix-run/react";
import { courseKindNames } from "~/features/content/course-kind-names";
import type { CourseKind } from "~/features/content/lesson";
import { Bar } from "~/ui/bar";
import { StateBadge } from "~/ui/state-badge";
import type { CourseState } from "./course-state";

interface CatalogueEntry {
  id: string;
  slug: string;
  title: string;
  summary: string;
  kind: CourseKind;
  minutes: number;
  lessons: readonly { slug: string; title: string; excerpt: string }[];
  progress: { state: CourseState; lessons: number; readLessons: number };
}

export function CatalogueList({ courses }: { courses: readonly CatalogueEntry[] }) {
  return (
    <ul className="grid border-t border-line">
      {courses.map((course) => (
        <li
          key={course.id}
          className="grid gap-x-8 gap-y-2 border-b border-line py-5 sm:grid-cols-[minmax(0,1fr)_12rem]"
        >
          <div className="min-w-0">
            <h2 className="text-base font-semibold">
              <Link to={`/courses/${course.slug}`} className="hover:underline">
                {course.title}
              </Link>
            </h2>
            <p className="mt-1 max-w-[42rem] text-muted">{course.summary}</p>
            {course.lessons.length > 0 ? <Lessons course={course} /> : null}
          </div>
          <div className="grid content-start gap-2 text-sm">
            <div>
              <StateBadge state={course.progress.state} />
            </div>
            <p className="text-muted">
              {courseKindNames[course.kind]} · {course.minutes} min
            </p>
            {course.progress.state === "in-progress" ? (
              <Bar
                value={course.progress.readLessons / course.progress.lessons}
                label={`${course.progress.readLessons} of ${course.progress.lessons} lessons read`}
              />
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Where a search found its words. */
function Lessons({ course }: { course: CatalogueEntry }) {
  return (
    <ul className="mt-2 grid gap-1 border-l-2 border-line pl-3 text-sm">
      {course.lessons.map((lesson) => (
        <li key={lesson.slug}>
          <Link
            to={`/courses/${course.slug}/${lesson.slug}`}
            className="font-medium text-accent hover:underline"
          >
            {lesson.title}
          </Link>
          <span className="text-muted"> {lesson.excerpt}</span>
        </li>
      ))}
    </ul>
  );
}
