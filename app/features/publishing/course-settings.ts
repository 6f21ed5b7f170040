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

export const courseSettings = z.object({
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

export type CourseSettings = z.output<typeof courseSettings>;

export const changedSettings = courseSettings.extend({ version: z.coerce.number().int().min(1) });
