/** From a folder to what publishRevision takes, or to a list of everything that stands in the way. */
import type { ContentFinding } from "~/platform/content-finding";
import { Invalid } from "~/platform/errors";
import { compileLesson, type CompiledLesson, type Snapshot } from "./compile-lesson.server";
import { takeApart, type CourseFolder, type CourseYaml, type LessonFile } from "./course-folder.server";
import { LessonProblems } from "./lesson-problems";
import type { AssetRef, LessonMeta } from "./lesson";

export interface BuiltLesson extends LessonMeta, LessonFile {
  readonly compiled: CompiledLesson;
}

export interface BuiltCourse {
  readonly yaml: CourseYaml;
  readonly lessons: readonly BuiltLesson[];
  readonly assets: readonly AssetRef[];
}

export interface BuildWith {
  /** Where a file of the course goes: into storage, or nowhere when only checking. @throws Invalid */
  readonly placeAsset: (asset: { name: string; bytes: Uint8Array }) => Promise<AssetRef>;
  readonly stored?: (hash: string) => Promise<Snapshot | null>;
}

export type Built = { course: BuiltCourse; findings: [] } | { course: null; findings: ContentFinding[] };

export async function buildCourse(folder: CourseFolder, { placeAsset, stored }: BuildWith): Promise<Built> {
  const { yaml, lessons: files, assetNames, findings: structure } = takeApart(folder);
  const findings: ContentFinding[] = [...structure];
  const assets: AssetRef[] = [];
  for (const name of assetNames) {
    try {
      assets.push(await placeAsset({ name, bytes: folder.files.get(name)! }));
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      findings.push({
        file: `${folder.folder}/${name}`,
        line: 1,
        message: error.message,
        advice: "Mend or replace the file.",
      });
    }
  }

  const lessons: BuiltLesson[] = [];
  const slugs = files.map(({ slug }) => slug);
  for (const file of files) {
    try {
      const input = {
        source: file.source,
        origin: "git" as const,
        courseSlug: folder.slug,
        assets,
        lessons: slugs,
      };
      const compiled = await compileLesson(input, stored);
      if (compiled.meta) lessons.push({ ...file, ...compiled.meta, compiled });
      else
        findings.push({
          file: file.file,
          line: 1,
          message: "The lesson has no front matter.",
          advice: "Begin it with title, minutes and summary between two lines of ---.",
        });
    } catch (error) {
      if (!(error instanceof LessonProblems)) throw error;
      findings.push(...error.problems.map((problem) => ({ file: file.file, ...problem })));
    }
  }
  findings.push(...repeatedCheckIds(lessons));
  if (findings.length > 0 || !yaml) return { course: null, findings };
  return { course: { yaml, lessons, assets }, findings: [] };
}

function repeatedCheckIds(lessons: readonly BuiltLesson[]): ContentFinding[] {
  const firstSeen = new Map<string, string>();
  return lessons.flatMap(({ file, source, compiled }) =>
    Object.keys(compiled.checks).flatMap((id) => {
      const first = firstSeen.get(id);
      firstSeen.set(id, first ?? file);
      if (first === undefined) return [];
      const line = source.slice(0, source.indexOf(`"${id}"`)).split("\n").length;
      return [
        {
          file,
          line,
          message: `The knowledge check "${id}" is in ${first} too.`,
          advice: "Give each its own id.",
        },
      ];
    }),
  );
}
