/** `<Definition>` blocks of a course in the order of reading. */
import { visit } from "unist-util-visit";
import { attributeOf, isBlock } from "../block-nodes";
import type { EditedLesson } from "./edited-course";

export interface DefinedTerm {
  readonly term: string;
  readonly file: string;
  readonly slug: string;
  /** Index of the lesson that defines it first. */
  readonly lesson: number;
}

export function termsOf(lessons: readonly EditedLesson[]): DefinedTerm[] {
  const terms = new Map<string, DefinedTerm>();
  for (const [lesson, { file, slug, tree }] of lessons.entries())
    visit(tree, (node) => {
      const term = isBlock(node) && node.name === "Definition" ? attributeOf(node, "term")?.trim() : null;
      if (term && !terms.has(term.toLowerCase())) terms.set(term.toLowerCase(), { term, file, slug, lesson });
    });
  return [...terms.values()];
}
