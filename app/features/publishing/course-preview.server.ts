import type { LessonProblem } from "~/features/content/lesson-problems";
import type { Segment } from "~/features/content/lesson";
import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { findDraft, type DraftOverview } from "./draft-queries.server";
import { findLesson } from "./lesson-queries.server";
import { previewOf } from "./preview-lesson.server";

export interface CoursePreview {
  readonly draft: Pick<DraftOverview, "id" | "title" | "summary" | "lessons">;
  /** Null for a course without lessons. */
  readonly current: {
    slug: string;
    position: number;
    title: string;
    summary: string;
    minutes: number;
    segments: readonly Segment[] | null;
    problems: readonly LessonProblem[];
  } | null;
}

/** A saved draft, lesson by lesson, as its audience would read it. @throws NotFound */
export async function coursePreview(
  actor: Actor,
  draftId: string,
  lessonSlug: string | null,
): Promise<CoursePreview> {
  const { id, title, summary, lessons } = await findDraft(actor, draftId);
  const draft = { id, title, summary, lessons };
  const wanted = lessonSlug ?? lessons[0]?.slug;
  if (wanted === undefined) return { draft, current: null };
  if (!lessons.some(({ slug }) => slug === wanted)) throw new NotFound("lesson");
  const found = await findLesson(actor, { draftId, lessonSlug: wanted });
  const { segments, problems } = await previewOf(actor, found, found.lesson.source);
  const { slug, position, ...lesson } = found.lesson;
  return {
    draft,
    current: {
      slug,
      position,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.minutes,
      segments,
      problems,
    },
  };
}
