/** Links to courses, and to lessons of other courses, that are not there. */
import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { ContentFinding } from "~/platform/content-finding";
import type { EditedLesson } from "./edited-course";

/** Lesson slugs by course slug. */
export type CoursePages = ReadonlyMap<string, ReadonlySet<string>>;

export function missingPages({ file, tree }: EditedLesson, pages: CoursePages): ContentFinding[] {
  return linksIn(tree).flatMap(({ url, line }) => {
    const [, course, lesson] = /^\/courses\/([^/#?]+)(?:\/([^/#?]+))?/.exec(url) ?? [];
    if (course === undefined) return [];
    const lessons = pages.get(course);
    if (lessons && (lesson === undefined || lessons.has(lesson))) return [];
    const message = lessons
      ? `The course "${course}" has no lesson "${lesson}".`
      : `There is no course "${course}" in this folder.`;
    const advice = lessons
      ? "Use the lesson's file name without its number."
      : "Use the name of a course's folder.";
    return [{ file, line, message, advice }];
  });
}

function linksIn(tree: Root): { url: string; line: number }[] {
  const found: { url: string; line: number }[] = [];
  visit(tree, (node) => {
    if (node.type === "link" || node.type === "definition")
      found.push({ url: node.url, line: node.position?.start.line ?? 1 });
  });
  return found;
}
