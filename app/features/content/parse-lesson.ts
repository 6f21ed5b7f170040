/**
 * The tree of a source, for checking. Unlike remark-mdx it never hands a brace's content to a JavaScript parser: an
 * expression is refused whatever is in it, and trying to parse one costs time that grows with the square of its length.
 */
import type { Root } from "mdast";
import { mdxExpressionFromMarkdown } from "mdast-util-mdx-expression";
import { mdxJsxFromMarkdown } from "mdast-util-mdx-jsx";
import { mdxExpression } from "micromark-extension-mdx-expression";
import { mdxJsx } from "micromark-extension-mdx-jsx";
import { mdxMd } from "micromark-extension-mdx-md";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import { LessonProblems, type LessonProblem } from "./lesson-problems";

const parser = unified().use(remarkParse).use(blocksWithoutJavaScript).use(remarkGfm).freeze();

/** @throws LessonProblems when a tag or brace is not closed. */
export function parseLesson(source: string): Root {
  try {
    return parser.parse(source);
  } catch (error) {
    if (isSyntaxMessage(error)) throw new LessonProblems([syntaxProblem(error)]);
    throw error;
  }
}

function blocksWithoutJavaScript(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(mdxExpression(), mdxJsx(), mdxMd());
  (data.fromMarkdownExtensions ??= []).push(mdxExpressionFromMarkdown(), mdxJsxFromMarkdown());
}

interface SyntaxMessage {
  readonly line?: number;
  readonly column?: number;
  readonly reason: string;
  readonly ruleId?: string;
  readonly source?: string;
}

function isSyntaxMessage(error: unknown): error is SyntaxMessage {
  return error instanceof Error && error.name !== "TypeError" && "reason" in error && "ruleId" in error;
}

function syntaxProblem(error: SyntaxMessage): LessonProblem {
  const where = { line: error.line ?? 1, column: error.column ?? 1 };
  const inBraces = error.source?.includes("expression") ?? false;
  if (inBraces)
    return {
      ...where,
      message: "A brace is opened here and not closed.",
      advice: "Write \\{ where the sign itself is meant.",
    };
  if (error.ruleId === "end-tag-mismatch")
    return {
      ...where,
      message: `${sentence(error.reason)}.`,
      advice: "Close every block in the order in which it was opened.",
    };
  return {
    ...where,
    message: "A < here does not open a block that can be read.",
    advice: "Write \\< where the sign itself is meant; put values in straight quotes and close every block.",
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, "");
}
