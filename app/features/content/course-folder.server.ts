/** A course as it lies on disk: `course.yaml`, `NN-<lesson>.mdx` and files beside them, flat. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { ContentFinding } from "~/platform/content-finding";
import { sha256 } from "~/platform/ids.server";
import { openYaml, parseYaml } from "~/platform/yaml-file.server";
import { blockLibraryVersion } from "./blocks/block-library";
import { courseKinds, SLUG } from "./lesson";
import { changeKinds } from "./revisions/change-kinds";
import { pipelineVersion } from "./snapshot-hash.server";

const ADVICE = "See the format of courses in the content guide, and compare with a course that works.";
const LESSON_FILE = /^(\d{2,3})-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

const text = (most: number) => z.string().trim().min(1, "must not be empty").max(most);
const ids = z.array(z.string().regex(SLUG, "must be lower-case words joined by dashes")).default([]);

const courseYaml = z.strictObject({
  title: text(160),
  summary: text(600),
  kind: z.enum(courseKinds),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en"),
  audience: z.strictObject({ jobRoles: ids, regions: ids }).default({ jobRoles: [], regions: [] }),
  accountabilities: ids,
  clauses: z
    .array(z.string().regex(/^[a-z0-9-]+:\d{4}\/[0-9.]+$/, "must be a clause such as iso-9001:2015/7.2"))
    .default([]),
  /** How the text as it is now changes the revision before. Counts once: with the note that it was published by, it is over. */
  change: z.strictObject({ kind: z.enum(changeKinds), note: text(400) }).optional(),
});

export type CourseYaml = z.output<typeof courseYaml>;

export interface CourseFolder {
  readonly slug: string;
  /** Relative to the content root, for findings. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Of everything that decides what the course becomes. */
  readonly hash: string;
}

export interface LessonFile {
  readonly file: string;
  readonly slug: string;
  readonly source: string;
}

export interface CourseParts {
  readonly yaml: CourseYaml | null;
  readonly lessons: readonly LessonFile[];
  readonly assetNames: readonly string[];
  readonly findings: readonly ContentFinding[];
}

/** @throws when there is no such folder: an unreadable disk must not look like a portal without courses */
export async function courseSlugs(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, "courses"), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export async function readCourseFolder(root: string, slug: string): Promise<CourseFolder> {
  const folder = `courses/${slug}`;
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  const files = new Map<string, Buffer>();
  for (const name of names) files.set(name, await readFile(path.join(root, folder, name)));
  const inputs = [`pipeline ${pipelineVersion}`, `blocks ${blockLibraryVersion}`, slug];
  for (const [name, bytes] of files) inputs.push(`${sha256(bytes)} ${name}`);
  return { slug, folder, files, hash: sha256(inputs.join("\n")) };
}

export function takeApart({ slug, folder, files }: CourseFolder): CourseParts {
  const findings: ContentFinding[] = [];
  const report = (name: string, message: string, advice: string) =>
    findings.push({ file: `${folder}/${name}`, line: 1, message, advice });
  if (!SLUG.test(slug))
    report("", "The folder's name cannot be part of an address.", "Use lower-case words joined by dashes.");

  const lessons: LessonFile[] = [];
  const assetNames: string[] = [];
  for (const [name, bytes] of files) {
    if (name === "course.yaml") continue;
    const lesson = LESSON_FILE.exec(name);
    if (lesson) {
      if (lessons.some((other) => other.slug === lesson[2]))
        report(name, `Another lesson has the address "${lesson[2]}" too.`, "Rename one of them.");
      lessons.push({ file: `${folder}/${name}`, slug: lesson[2]!, source: bytes.toString("utf8") });
    } else if (name.endsWith(".mdx")) {
      report(
        name,
        "A lesson's file name begins with two or three digits.",
        "Name it such as 01-first-lesson.mdx.",
      );
    } else {
      assetNames.push(name);
    }
  }
  if (lessons.length === 0)
    report("", "The course has no lesson.", "Add a file such as 01-first-lesson.mdx.");

  const yaml = files.get("course.yaml");
  if (!yaml) report("course.yaml", "The course has no course.yaml.", ADVICE);
  const parsed =
    yaml && parseYaml(openYaml(`${folder}/course.yaml`, yaml.toString("utf8")), courseYaml, ADVICE);
  return {
    yaml: parsed?.value ?? null,
    lessons,
    assetNames,
    findings: [...findings, ...(parsed?.findings ?? [])],
  };
}
