/** Source in, a checked lesson or its problems out. Reads no disk, runs nothing, and is bounded before it parses. */
import type { Root } from "mdast";
import { treeProblems } from "./allow-list";
import type { CheckContext } from "./check-context";
import { splitFrontMatter } from "./front-matter.server";
import { checksIn, repeatedChecks, type CheckSource } from "./knowledge-check-rules";
import { refuseWhenAny } from "./lesson-problems";
import { lessonText, type LessonText } from "./lesson-text";
import type { AssetRef, LessonMeta } from "./lesson";
import { parseLesson } from "./parse-lesson";
import { sizeProblems } from "./size-bounds";

export interface CheckedLesson extends LessonText {
  readonly meta: LessonMeta | null;
  readonly body: string;
  readonly tree: Root;
  readonly checks: readonly CheckSource[];
  /** The files that the lesson uses, by name. */
  readonly assets: readonly AssetRef[];
}

/** @throws LessonProblems */
export function checkLesson(source: string, context: CheckContext): CheckedLesson {
  refuseWhenAny(sizeProblems(source));
  const { meta, body } = splitFrontMatter(source);
  const tree = parseLesson(body);
  refuseWhenAny(treeProblems(tree, body, context));
  const checks = checksIn(tree);
  refuseWhenAny(repeatedChecks(checks));
  return { meta, body, tree, checks, assets: usedAssets(tree, context), ...lessonText(tree) };
}

function usedAssets(tree: Root, { assets }: CheckContext): AssetRef[] {
  const names = new Set<string>();
  const note = (url: unknown) => {
    if (typeof url === "string" && url.startsWith("./")) names.add(url.slice(2));
  };
  const visit = (node: Root | Root["children"][number]) => {
    if (node.type === "image") note(node.url);
    if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement")
      for (const attribute of node.attributes)
        if (
          attribute.type === "mdxJsxAttribute" &&
          (attribute.name === "src" || attribute.name === "captions")
        )
          note(attribute.value);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return [...names].sort().flatMap((name) => assets.get(name) ?? []);
}
