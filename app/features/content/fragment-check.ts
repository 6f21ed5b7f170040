/** Links to headings of the same lesson must lead to one; known only once headings have their ids. */
import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { problemAt, type LessonProblem } from "./lesson-problems";
import { headingPrefix } from "./rehype-lesson";

export function fragmentProblems(tree: Root, html: string): LessonProblem[] {
  const problems: LessonProblem[] = [];
  visit(tree, ["link", "definition"], (node) => {
    if (node.type !== "link" && node.type !== "definition") return;
    if (!node.url.startsWith("#")) return;
    const id = node.url.slice(1).replace(new RegExp(`^${headingPrefix}`), "");
    if (/^[\w-]+$/.test(id) && html.includes(` id="${headingPrefix}${id}"`)) return;
    problems.push(
      problemAt(
        node.position,
        `There is no heading "${node.url.slice(0, 80)}" in this lesson.`,
        "Write the heading in lower case with dashes.",
      ),
    );
  });
  return problems;
}
