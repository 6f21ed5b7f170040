/** A knowledge check in the tree: whether it can be answered, and its answer key. */
import type { Nodes, Root } from "mdast";
import { attributeOf, childrenOf, hasFlag, isBlock, type BlockNode } from "./block-nodes";
import { problemAt, type LessonProblem } from "./lesson-problems";

/** What stands in attributes; the HTML of choices and explanation comes from rendering. */
export interface CheckSource {
  readonly id: string;
  readonly question: string;
  readonly choices: readonly { readonly correct: boolean; readonly why: string }[];
  readonly node: BlockNode;
}

export function checksIn(tree: Root): CheckSource[] {
  return childrenOf(tree)
    .filter(isBlock)
    .filter(({ name }) => name === "KnowledgeCheck")
    .map((node) => ({
      node,
      id: attributeOf(node, "id") ?? "",
      question: attributeOf(node, "question") ?? "",
      choices: named(node, "Choice").map((choice) => ({
        correct: hasFlag(choice, "correct"),
        why: attributeOf(choice, "why") ?? "",
      })),
    }));
}

export function repeatedChecks(checks: readonly CheckSource[]): LessonProblem[] {
  const seen = new Set<string>();
  return checks.flatMap(({ id, node }) => {
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [problemAt(node.position, `There are two knowledge checks "${id}".`, "Give each its own id.")]
      : [];
  });
}

export function knowledgeCheckProblems(node: BlockNode): LessonProblem[] {
  const choices = named(node, "Choice");
  const correct = choices.filter((choice) => hasFlag(choice, "correct")).length;
  const problems: LessonProblem[] = [];
  const report = (message: string, advice: string, place: Nodes = node) =>
    problems.push(problemAt(place.position, message, advice));

  if (choices.length < 3 || choices.length > 5)
    report(`This knowledge check has ${choices.length} choices.`, "Give three to five.");
  if (correct === 0)
    report("No choice of this knowledge check is right.", 'Mark one: <Choice correct why="…">.');
  else if (correct === choices.length)
    report("Every choice of this knowledge check is right.", "Add one that is wrong.");
  if (named(node, "Explanation").length > 1)
    report("This knowledge check has two explanations.", "Keep one.");
  for (const choice of choices)
    if (!isLabel(choice)) report("A choice is one short text.", "Leave out links, lists and blocks.", choice);
  return problems;
}

const PHRASING = new Set(["text", "emphasis", "strong", "delete", "inlineCode", "mdxTextExpression"]);

/** A choice becomes the label of a radio button or checkbox. */
function isLabel(choice: BlockNode): boolean {
  const children = childrenOf(choice);
  const only = children.length === 1 ? children[0]! : null;
  const inside = only?.type === "paragraph" ? only.children : children;
  const waiting: Nodes[] = [...inside];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!PHRASING.has(node.type)) return false;
    if ("children" in node) waiting.push(...node.children);
  }
  return true;
}

function named(node: BlockNode, name: string): BlockNode[] {
  return childrenOf(node)
    .filter(isBlock)
    .filter((child) => child.name === name);
}
