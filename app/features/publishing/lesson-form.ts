/** What an author typed, as a form or the autosave sends it. Nothing is required: a lesson is saved unfinished. */
import { byteLength, draftBounds, storedSource } from "./draft-rules";

export interface LessonText {
  readonly title: string;
  readonly summary: string;
  /** 0 while it is not said. */
  readonly minutes: number;
  readonly source: string;
}

export interface TypedLesson extends LessonText {
  readonly version: number;
}

/** A field's text; empty when it is absent or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export function typedLesson(form: FormData): TypedLesson {
  const text = (name: string) => storedSource(textOf(form, name));
  const minutes = text("minutes").trim();
  return {
    title: text("title").replaceAll("\n", " "),
    summary: text("summary").replaceAll("\n", " "),
    minutes: minutes === "" ? 0 : Number(minutes),
    source: text("source"),
    version: Number(form.get("version")) || 0,
  };
}

/** Why a lesson's text cannot be stored as it is, by field. Errors of its Markdown are none of it. */
export function textProblems({ title, summary, minutes, source }: LessonText): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  if (title.length > draftBounds.title)
    problems.title = [`Use at most ${draftBounds.title} characters for the title.`];
  if (summary.length > draftBounds.summary)
    problems.summary = [`Use at most ${draftBounds.summary} characters for the summary.`];
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > draftBounds.minutes)
    problems.minutes = [`Give the minutes as a whole number from 1 to ${draftBounds.minutes}.`];
  if (byteLength(source) > draftBounds.sourceBytes)
    problems.source = [
      `This text is ${Math.ceil(byteLength(source) / 1000)} kB; a lesson holds at most ${draftBounds.sourceBytes / 1000} kB. Move a part of it to another lesson.`,
    ];
  else if ([title, summary, source].some((text) => text.includes("\u0000")))
    problems.source = [
      "The text holds a character that cannot be stored (U+0000). Type the place again that it was pasted into.",
    ];
  return problems;
}

export function sameText(one: LessonText, other: LessonText): boolean {
  return (
    one.title === other.title &&
    one.summary === other.summary &&
    one.minutes === other.minutes &&
    one.source === other.source
  );
}
