/** Everything worth mending in `content/courses`, without a database: what stops a course, and what only weakens it. */
import type { ContentFinding } from "~/platform/content-finding";
import { sha256 } from "~/platform/ids.server";
import { buildCourse, type BuiltCourse } from "./build-course.server";
import { courseSlugs, readCourseFolder } from "./course-folder.server";
import { inspectAsset } from "./inspect-asset.server";
import type { AssetRef } from "./lesson";

/** Stated minutes may differ from the estimate by half of it. */
const TOLERANCE = 0.5;

export interface CheckedCourses {
  readonly findings: ContentFinding[];
  readonly courses: number;
  readonly lessons: number;
}

export async function checkCourses(root: string): Promise<CheckedCourses> {
  const slugs = await courseSlugs(root);
  const findings: ContentFinding[] = [];
  let lessons = 0;
  for (const slug of slugs) {
    const folder = await readCourseFolder(root, slug);
    const built = await buildCourse(folder, { placeAsset: inspect });
    findings.push(...built.findings);
    if (!built.course) continue;
    lessons += built.course.lessons.length;
    findings.push(...weaknesses(built.course, folder.folder, new Set(slugs)));
  }
  return { findings, courses: slugs.length, lessons };
}

async function inspect({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<AssetRef> {
  const { bytes: kept, ...facts } = await inspectAsset(name, bytes);
  return { name, hash: sha256(kept), bytes: kept.length, ...facts };
}

function weaknesses(
  { lessons, assets }: BuiltCourse,
  folder: string,
  slugs: ReadonlySet<string>,
): ContentFinding[] {
  const findings: ContentFinding[] = [];
  const used = new Set(lessons.flatMap(({ compiled }) => compiled.assets.map(({ name }) => name)));
  for (const { name } of assets)
    if (!used.has(name))
      findings.push({
        file: `${folder}/${name}`,
        line: 1,
        message: "No lesson uses this file.",
        advice: "Use it or delete it.",
      });

  for (const { file, source, minutes, compiled } of lessons) {
    const lineOf = (text: string) => source.slice(0, Math.max(0, source.indexOf(text))).split("\n").length;
    if (Math.abs(minutes - compiled.minutes) > Math.max(1, compiled.minutes * TOLERANCE))
      findings.push({
        file,
        line: lineOf("minutes:"),
        message: `The lesson says ${minutes} minutes, but reading it takes about ${compiled.minutes}.`,
        advice: "State the time that a reader needs.",
      });
    for (const slug of coursesLinkedFrom(compiled.segments))
      if (!slugs.has(slug))
        findings.push({
          file,
          line: lineOf(`/courses/${slug}`),
          message: `There is no course "${slug}" in this folder.`,
          advice: "Use the name of a course's folder.",
        });
  }
  return findings;
}

function coursesLinkedFrom(segments: readonly { kind: string }[]): Set<string> {
  const html = JSON.stringify(segments);
  return new Set([...html.matchAll(/href=\\"\/courses\/([a-z0-9-]+)/g)].map(([, slug]) => slug!));
}
