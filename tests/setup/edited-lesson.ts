import type { EditedLesson } from "~/features/content/editorial/edited-course";
import { splitFrontMatter } from "~/features/content/front-matter.server";
import { parseLesson } from "~/features/content/parse-lesson";

/** A lesson as the editor's rules get it, from what an author writes; front matter may be left out. */
export function editedLesson(file: string, slug: string, source: string): EditedLesson {
  const { meta, body } = splitFrontMatter(source);
  return { file, slug, source, minutes: meta?.minutes ?? 1, tree: parseLesson(body) };
}
