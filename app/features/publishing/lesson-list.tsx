import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import type { DraftLessonRow } from "./draft-queries.server";

type Result = SubmissionResult<string[]> | undefined;

interface LessonListProps {
  draftId: string;
  lessons: readonly DraftLessonRow[];
  lastResult: Result;
}

/** The lessons in order. Everything about one of them is behind its own disclosure, so that the list stays a list. */
export function LessonList({ draftId, lessons, lastResult }: LessonListProps) {
  return (
    <ol className="divide-y divide-line rounded-md border border-line bg-surface">
      {lessons.map((lesson) => (
        <li
          key={lesson.slug}
          id={`lesson-${lesson.slug}`}
          className="scroll-mt-20 px-3 py-2 target:bg-accent-soft"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="w-6 text-right text-sm text-muted tabular-nums">{lesson.position}</span>
            <div className="min-w-48 flex-1">
              <Link to={`/studio/${draftId}/lessons/${lesson.slug}`} className="link">
                {lesson.title || "Lesson without a title"}
              </Link>
              <p className="text-sm text-muted">{missingWords(lesson) ?? `${lesson.minutes} min`}</p>
            </div>
            <MoveButtons lesson={lesson} last={lesson.position === lessons.length} />
          </div>
          <LessonChanges
            lesson={lesson}
            lessons={lessons.length}
            lastResult={resultFor(lastResult, lesson.slug)}
          />
        </li>
      ))}
    </ol>
  );
}

export function missingWords({
  title,
  summary,
  minutes,
}: Pick<DraftLessonRow, "title" | "summary" | "minutes">): string | null {
  const missing = [
    title.trim() ? "" : "a title",
    summary.trim() ? "" : "a summary",
    minutes > 0 ? "" : "its minutes",
  ].filter(Boolean);
  if (missing.length === 0) return null;
  return `Still needs ${missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(", ")} and ${missing.at(-1)}`}`;
}

function resultFor(lastResult: Result, slug: string): Result {
  return lastResult?.initialValue?.lesson === slug ? lastResult : undefined;
}

function MoveButtons({ lesson, last }: { lesson: DraftLessonRow; last: boolean }) {
  const name = lesson.title || lesson.slug;
  return (
    <Form method="post" preventScrollReset className="flex gap-1">
      <input type="hidden" name="form" value="move" />
      <input type="hidden" name="lesson" value={lesson.slug} />
      <Button
        size="small"
        variant="secondary"
        name="to"
        value={lesson.position - 1}
        disabled={lesson.position === 1}
        aria-label={`Move ${name} up`}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        size="small"
        variant="secondary"
        name="to"
        value={lesson.position + 1}
        disabled={last}
        aria-label={`Move ${name} down`}
      >
        <ArrowDown aria-hidden />
      </Button>
    </Form>
  );
}

function LessonChanges({
  lesson,
  lessons,
  lastResult,
}: {
  lesson: DraftLessonRow;
  lessons: number;
  lastResult: Result;
}) {
  const { slug, title, position } = lesson;
  const typed = (name: string, otherwise: string) => {
    const value = lastResult?.initialValue?.[name];
    return typeof value === "string" ? value : otherwise;
  };
  const errors = lastResult?.error ?? {};
  const id = (field: string) => `${slug}-${field}`;
  return (
    <details className="pl-9" open={lastResult ? true : undefined}>
      <summary className="min-h-6 w-fit text-sm text-muted hover:text-ink">
        Rename, move or delete<span className="sr-only"> {title || slug}</span>
      </summary>
      <div className="grid gap-5 py-3">
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="form" value="rename" />
          <input type="hidden" name="lesson" value={slug} />
          <TextField
            label="Title"
            id={id("title")}
            name="title"
            defaultValue={typed("title", title)}
            errors={errors.title ?? undefined}
            className="min-w-52 flex-1"
          />
          <TextField
            label="Address"
            id={id("slug")}
            name="slug"
            defaultValue={typed("slug", slug)}
            errors={errors.slug ?? undefined}
            className="min-w-40 flex-1"
            spellCheck={false}
          />
          <Button variant="secondary">Rename</Button>
        </Form>
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="form" value="move" />
          <input type="hidden" name="lesson" value={slug} />
          <TextField
            label="Place in the course"
            id={id("to")}
            name="to"
            type="number"
            min={1}
            max={lessons}
            defaultValue={typed("to", String(position))}
            errors={errors.to ?? undefined}
            className="w-40"
          />
          <Button variant="secondary">Move</Button>
        </Form>
        <details>
          <summary className="min-h-6 w-fit text-sm text-expired">Delete this lesson</summary>
          <Form method="post" preventScrollReset className="mt-2 grid gap-2">
            <input type="hidden" name="form" value="delete-lesson" />
            <input type="hidden" name="lesson" value={slug} />
            <p className="text-sm">
              Its text goes with it and cannot be brought back here. A revision that was published keeps its
              lesson.
            </p>
            <Button variant="danger">Delete “{title || slug}”</Button>
          </Form>
        </details>
      </div>
    </details>
  );
}
