/** Published courses for tests, through the real pipeline. */
import { compileLesson } from "~/features/content/compile-lesson.server";
import {
  publishRevision,
  type Published,
  type PublishInput,
} from "~/features/content/publish-revision.server";
import type { AssetRef } from "~/features/content/lesson";
import { transaction } from "~/platform/db/client.server";

export interface GivenCourse extends Partial<Omit<PublishInput, "lessons" | "meta" | "audience">> {
  title?: string;
  summary?: string;
  kind?: PublishInput["meta"]["kind"];
  jobRoles?: readonly string[];
  regions?: readonly string[];
  /** Source by slug; one short lesson unless told. */
  lessons?: Readonly<Record<string, string>>;
  assets?: readonly AssetRef[];
}

export async function prepareCourse(given: GivenCourse = {}): Promise<PublishInput> {
  const {
    title = "A course",
    summary = "What it is about.",
    kind = "product",
    jobRoles = [],
    regions = [],
    ...rest
  } = given;
  const { lessons = { first: "## Begin\n\nWords to read." }, assets = [], ...more } = rest;
  const slug = given.slug ?? title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return {
    origin: "studio",
    ownerId: null,
    note: "Given for the test",
    actorId: null,
    ...more,
    slug,
    meta: { title, summary, kind, language: "en" },
    audience: { jobRoles, regions },
    lessons: await Promise.all(
      Object.entries(lessons).map(async ([lessonSlug, source]) => ({
        slug: lessonSlug,
        title: `Lesson ${lessonSlug}`,
        summary: "What the lesson is about.",
        minutes: 5,
        compiled: await compileLesson({ source, origin: "studio", courseSlug: slug, assets }),
      })),
    ),
  };
}

export async function givenCourse(given: GivenCourse = {}): Promise<Published> {
  const input = await prepareCourse(given);
  return transaction((tx) => publishRevision(tx, input));
}
