import { LessonProblems, type LessonProblem } from "~/features/content/lesson-problems";
import type { Segment } from "~/features/content/lesson";
import type { Actor } from "~/features/people/actor";
import { limit } from "~/platform/rate-limit.server";
import { findLesson, type EditedLesson } from "./lesson-queries.server";
import { storedSource } from "./draft-rules";
import { withoutFrontMatter } from "./lesson-checks";
import { compileDraftLesson } from "./recent-snapshots.server";

interface Place {
  draftId: string;
  lessonSlug: string;
}

export interface LessonPreview {
  /** Null when there are problems. */
  readonly segments: readonly Segment[] | null;
  readonly problems: readonly LessonProblem[];
  /** What a reader would need, by the number of words; null when there are problems. */
  readonly minutes: number | null;
}

const previews = {
  points: 120,
  seconds: 60,
  message:
    "The preview pauses for a moment, because it was asked for very often. Your text is safe; go on writing.",
};

/** What someone is typing, as its readers would see it. @throws NotFound, TooMany */
export async function previewLesson(actor: Actor, place: Place, source: string): Promise<LessonPreview> {
  return previewOf(actor, await findLesson(actor, place), source);
}

/** The same of a lesson that was read already. A text that was compiled before costs nothing. @throws TooMany */
export async function previewOf(
  actor: Actor,
  { draft, lessons, files }: EditedLesson,
  source: string,
): Promise<LessonPreview> {
  const compiling = () => limit("studio-preview", actor.personId, previews);
  try {
    const text = storedSource(source);
    withoutFrontMatter(text);
    const input = {
      source: text,
      courseSlug: draft.slug,
      assets: files,
      lessons: lessons.map(({ slug }) => slug),
    };
    const compiled = await compileDraftLesson(input, compiling);
    return { segments: compiled.segments, problems: [], minutes: compiled.minutes };
  } catch (error) {
    if (error instanceof LessonProblems) return { segments: null, problems: error.problems, minutes: null };
    throw error;
  }
}
