/** Everything that an editor would mend in a course that can be built. Each rule has its own file. */
import type { ContentFinding } from "~/platform/content-finding";
import type { BuiltCourse } from "../build-course.server";
import { answerPatterns } from "./answer-patterns";
import { earlyTerms } from "./early-terms";
import { checkFindings, keyedChecks } from "./edit-checks";
import { editedLessons } from "./edited-course";
import { missingPages, type CoursePages } from "./missing-pages";
import { readingLevelFindings } from "./reading-level";
import { readingTimeFindings } from "./reading-time";
import { unexplainedAcronyms } from "./unexplained-acronyms";
import { unusedFiles } from "./unused-files";

export interface Surroundings {
  readonly pages: CoursePages;
  /** What the company calls its own things. */
  readonly names: readonly string[];
}

export function editCourse(
  course: BuiltCourse,
  folder: string,
  { pages, names }: Surroundings,
): ContentFinding[] {
  const lessons = editedLessons(course);
  const used = new Set(course.lessons.flatMap(({ compiled }) => compiled.assets.map(({ name }) => name)));
  /* Reading level and acronyms are rules about English. */
  const inEnglish = /^en\b/.test(course.yaml.language);
  return [
    ...unusedFiles(
      folder,
      course.assets.map(({ name }) => name),
      used,
    ),
    ...lessons.flatMap((lesson) => [
      ...readingTimeFindings(lesson),
      ...missingPages(lesson, pages),
      ...checkFindings(lesson),
      ...(inEnglish ? readingLevelFindings(lesson) : []),
    ]),
    ...(inEnglish ? unexplainedAcronyms(lessons, names) : []),
    ...earlyTerms(lessons),
    ...answerPatterns(`${folder}/course.yaml`, lessons.flatMap(keyedChecks)),
  ];
}
