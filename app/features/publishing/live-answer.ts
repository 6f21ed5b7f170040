/** What the server answers to the editor while someone types. */
import type { LessonText } from "./lesson-form";
import type { LessonPreview } from "./preview-lesson.server";

export interface TheirLesson extends LessonText {
  readonly version: number;
  readonly savedAt: string;
}

export type LiveAnswer =
  | { readonly kind: "saved"; readonly version: number; readonly savedAt: string }
  | { readonly kind: "conflict"; readonly message: string; readonly theirs: TheirLesson }
  | { readonly kind: "refused"; readonly message: string; readonly fields: Record<string, string[]> }
  | ({ readonly kind: "preview" } & LessonPreview);
