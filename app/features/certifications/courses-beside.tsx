import { Link } from "@remix-run/react";
import { StateBadge } from "~/ui/state-badge";
import type { CourseBeside } from "./certifications-asking.server";

interface CoursesBesideProps {
  courses: readonly CourseBeside[];
  title?: string;
}

/** Courses that go with a test, each with how far the reader is in it; nothing where there is none. */
export function CoursesBeside({ courses, title }: CoursesBesideProps) {
  if (courses.length === 0) return null;
  return (
    <div className="grid gap-1">
      {title ? <p className="text-sm text-muted">{title}</p> : null}
      <ul aria-label={title} className="grid gap-2">
        {courses.map(({ slug, title, state }) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`/courses/${slug}`} className="link">
              {title}
            </Link>
            <StateBadge state={state} />
          </li>
        ))}
      </ul>
    </div>
  );
}
