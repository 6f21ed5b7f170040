/** A course as an editor looks at it: every lesson with its tree, whose lines are those of the file. */
import type { Root } from "mdast";
import type { BuiltCourse } from "../build-course.server";

export interface EditedLesson {
  readonly file: string;
  readonly slug: string;
  readonly source: string;
  /** As stated. */
  readonly minutes: number;
  readonly tree: Root;
}

export function editedLessons({ lessons }: BuiltCourse): EditedLesson[] {
  return lessons.map(({ file, slug, source, minutes, compiled }) => ({
    file,
    slug,
    source,
    minutes,
    tree: compiled.tree,
  }));
}
