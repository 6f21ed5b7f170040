/** What a manager says of a course, as it comes from a form. */
import { z } from "zod";
import { courseKinds } from "~/features/content/lesson";
import { draftBounds, isSlug } from "./draft-rules";

export const languages = {
  en: "English",
  de: "German",
  es: "Spanish",
  fr: "French",
  it: "Italian",
  ja: "Japanese",
  ko: "Korean",
  nl: "Dutch",
  pl: "Polish",
  pt: "Portuguese",
  zh: "Chinese",
} as const;
export type Language = keyof typeof languages;

const text = (missing: string, most: number) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `Use at most ${most} characters.`);
const chosen = z.array(z.string().max(80)).max(50).default([]);

export const newCourse = z.object({
  title: text("Give the course a title.", draftBounds.title),
  summary: text(
    "Say in one or two sentences what people will be able to do afterwards.",
    draftBounds.summary,
  ),
  kind: z.enum(courseKinds, { error: "Choose a kind." }),
  language: z.enum(Object.keys(languages) as [Language, ...Language[]], { error: "Choose a language." }),
  jobRoles: chosen,
  regions: chosen,
  /** Left empty it is made from the title. */
  slug: z
    .string()
    .trim()
    .max(draftBounds.slug, `Use at most ${draftBounds.slug} characters.`)
    .refine(isSlug, "Use lower-case letters, digits and single dashes, such as meridian-lamp-change.")
    .optional(),
});

export type CourseSettings = z.output<typeof newCourse>;

export const changedSettings = newCourse.extend({
  form: z.literal("settings"),
  version: z.coerce.number().int().min(1),
});

export const newLesson = z.object({
  form: z.literal("add-lesson"),
  title: text("Give the lesson a title.", draftBounds.title),
});

const lesson = z.string().max(80);
export const movedLesson = z.object({
  form: z.literal("move"),
  lesson,
  to: z.coerce
    .number({ error: "Give the place as a whole number." })
    .int("Give the place as a whole number."),
});
export const renamedLesson = z.object({
  form: z.literal("rename"),
  lesson,
  title: text("Give the lesson a title.", draftBounds.title),
  slug: z.string().trim().max(draftBounds.slug).default(""),
});
export const deletedLesson = z.object({ form: z.literal("delete-lesson"), lesson });
