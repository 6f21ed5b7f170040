/** Everything worth mending in `content/courses`, without a database: what stops a course, and what only weakens it. */
import type { ContentFinding } from "~/platform/content-finding";
import { sha256 } from "~/platform/ids.server";
import { openYaml, placeOf } from "~/platform/yaml-file.server";
import { buildCourse, type BuiltCourse } from "./build-course.server";
import { companyNames } from "./company-names.server";
import { courseSlugs, readCourseFolder, takeApart, type CourseFolder } from "./course-folder.server";
import { editCourse } from "./editorial/edit-course";
import { inspectAsset } from "./inspect-asset.server";
import { keepSnapshots, readKeptSnapshots } from "./kept-snapshots.server";
import type { AssetRef } from "./lesson";

export interface CheckedCourses {
  readonly findings: ContentFinding[];
  /** Those that can be built. */
  readonly built: readonly CheckedCourse[];
  /** Every folder. */
  readonly slugs: readonly string[];
  readonly lessons: number;
  readonly figures: number;
}

interface CheckedCourse extends BuiltCourse {
  readonly slug: string;
  readonly folder: string;
  /** In its course.yaml. */
  readonly place: (...at: (string | number)[]) => Pick<ContentFinding, "file" | "line">;
}

export interface CheckWith {
  /** Told after each course, since compiling takes its time. */
  readonly progress?: (done: number, total: number) => void;
  /** A file that remembers what was compiled; without one, everything is compiled. */
  readonly kept?: string | undefined;
}

export async function checkCourses(
  root: string,
  { progress, kept }: CheckWith = {},
): Promise<CheckedCourses> {
  const slugs = await courseSlugs(root);
  const findings: ContentFinding[] = [];
  const built: CheckedCourse[] = [];
  const pages = new Map<string, Set<string>>();
  const known = kept === undefined ? null : await readKeptSnapshots(kept);
  for (const [index, slug] of slugs.entries()) {
    const folder = await readCourseFolder(root, slug);
    pages.set(slug, new Set(takeApart(folder).lessons.map((lesson) => lesson.slug)));
    const { course, findings: broken } = await buildCourse(folder, {
      placeAsset: inspect,
      stored: async (hash) => known?.get(hash) ?? null,
    });
    findings.push(...broken);
    if (course) built.push({ slug, folder: folder.folder, place: placesIn(folder), ...course });
    progress?.(index + 1, slugs.length);
  }
  const names = await companyNames(root);
  for (const course of built) findings.push(...editCourse(course, course.folder, { pages, names }));
  const lessons = built.flatMap((course) => course.lessons);
  if (kept !== undefined)
    await keepSnapshots(
      kept,
      lessons.map(({ compiled }) => compiled),
    );
  return {
    findings,
    built,
    slugs,
    lessons: lessons.length,
    figures: lessons.reduce((sum, { source }) => sum + figuresIn(source), 0),
  };
}

function placesIn({ folder, files }: CourseFolder): CheckedCourse["place"] {
  const file = `${folder}/course.yaml`;
  const yaml = openYaml(file, files.get("course.yaml")?.toString("utf8") ?? "");
  return (...at) => ({ file, line: placeOf(yaml, at).line });
}

async function inspect({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<AssetRef> {
  const { bytes: kept, ...facts } = await inspectAsset(name, bytes);
  return { name, hash: sha256(kept), bytes: kept.length, ...facts };
}

function figuresIn(source: string): number {
  return source.match(/<Figure\b/g)?.length ?? 0;
}
