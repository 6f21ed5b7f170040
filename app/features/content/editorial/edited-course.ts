/** A course as an editor looks at it: every lesson with its tree, whose lines are those of the file. */
import type { Root } from "mdast";
import type { BuiltCourse } from "../build-course.server";
import { splitFrontMatter } from "../front-matter.server";
import { parseLesson } from "../parse-lesson";

export interface EditedLesson {
  readonly file: string;
  readonly slug: string;
  readonly tree: Root;
}

export function editedLesson(file: string, slug: string, source: string): EditedLesson {
  return { file, slug, tree: parseLesson(splitFrontMatter(source).body) };
}

export function editedLessons({ lessons }: BuiltCourse): EditedLesson[] {
  return lessons.map(({ file, slug, source }) => editedLesson(file, slug, source));
}
