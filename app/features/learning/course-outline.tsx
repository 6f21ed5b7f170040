import { Link } from "@remix-run/react";
import { Circle, CircleCheck } from "lucide-react";
import { classNames } from "~/ui/class-names";

interface CourseOutlineProps {
  courseSlug: string;
  lessons: readonly { slug: string; title: string; minutes: number; read: boolean }[];
  /** Slug of the lesson being read. */
  current?: string;
}

/** The lessons in order, each with whether it is read. */
export function CourseOutline({ courseSlug, lessons, current }: CourseOutlineProps) {
  return (
    <ol className="grid gap-0.5 text-sm">
      {lessons.map((lesson) => {
        const Icon = lesson.read ? CircleCheck : Circle;
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
              </span>
              <span className="shrink-0 text-muted tabular-nums">{lesson.minutes} min</span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
