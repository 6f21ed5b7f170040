import { Link } from "@remix-run/react";
import { Circle, CircleCheck } from "lucide-react";
import type { LessonChangeKind } from "~/features/content/revisions/lesson-changes";
import { classNames } from "~/ui/class-names";
import { lessonChangeWords } from "./renewal-words";

interface CourseOutlineProps {
  courseSlug: string;
  lessons: readonly {
    slug: string;
    title: string;
    minutes: number;
    read: boolean;
    change: LessonChangeKind | null;
  }[];
  /** Slug of the lesson being read. */
  current?: string;
}

/** The lessons in order, each with whether it is read and what is different about it since it was. */
export function CourseOutline({ courseSlug, lessons, current }: CourseOutlineProps) {
  return (
    <ol className="grid gap-0.5 text-sm">
      {lessons.map((lesson) => {
        const Icon = lesson.read ? CircleCheck : Circle;
        const changed = lesson.change && lessonChangeWords[lesson.change];
        const here = lesson.slug === current;
        return (
          <li key={lesson.slug}>
            <Link
              to={`/courses/${courseSlug}/${lesson.slug}`}
              aria-current={here ? "page" : undefined}
              className={classNames(
                "flex min-h-8 items-start gap-2 rounded-md px-2 py-1.5 hover:bg-hover",
                here && "bg-sunken font-medium",
              )}
            >
              <Icon
                aria-hidden
                className={classNames("mt-0.5 size-4 shrink-0", lesson.read ? "text-valid" : "text-muted")}
              />
              <span className="min-w-0 flex-1">
                {lesson.title}
                <span className="sr-only">{lesson.read ? " (read)" : " (not read yet)"}</span>
                {changed ? (
                  <span className="block text-xs font-medium text-due">
                    {changed} since you completed the course
                  </span>
                ) : null}
              </span>
              <span className="shrink-0 text-muted tabular-nums">{lesson.minutes} min</span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
