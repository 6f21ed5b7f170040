/** A lesson's words in pieces with their lines: running text, and what stands around it such as headings and labels. */
import type { Nodes, Root } from "mdast";
import { attributeOf, isBlock } from "../block-nodes";

export interface Passage {
  readonly line: number;
  readonly text: string;
  /** Whole sentences, which can be judged as such; no headings, table cells, choices or footnotes. */
  readonly prose: boolean;
  /** Where links in it lead. */
  readonly links: readonly string[];
  /** Words that are set off, as a term is where it is introduced. */
  readonly emphasised: readonly string[];
}

const WRITTEN = ["title", "term", "caption", "question", "why"];

export function passagesOf(tree: Root): Passage[] {
  const found: Passage[] = [];
  const add = (node: Nodes, words: string, prose: boolean) => {
    const text = words.replace(/\s+/g, " ").trim();
    if (text !== "")
      found.push({
        line: node.position?.start.line ?? 1,
        text,
        prose,
        links: linksIn(node),
        emphasised: emphasisedIn(node),
      });
  };
  const visit = (node: Nodes, prose: boolean): void => {
    if (node.type === "paragraph") add(node, wordsOf(node), prose);
    if (node.type === "heading" || node.type === "tableCell") add(node, wordsOf(node), false);
    if (isBlock(node)) for (const name of WRITTEN) add(node, attributeOf(node, name) ?? "", false);
    const sentences =
      prose && node.type !== "footnoteDefinition" && !(isBlock(node) && node.name === "Choice");
    if ("children" in node) for (const child of node.children) visit(child, sentences);
  };
  visit(tree, true);
  return found;
}

function linksIn(node: Nodes): string[] {
  if (node.type === "link") return [node.url];
  return "children" in node && !isBlock(node) ? node.children.flatMap(linksIn) : [];
}

function emphasisedIn(node: Nodes): string[] {
  if (node.type === "strong" || node.type === "emphasis") return [wordsOf(node)];
  return "children" in node && !isBlock(node) ? node.children.flatMap(emphasisedIn) : [];
}

/** Of one node, in the order of reading. Code is no language that can be judged. */
export function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "inlineCode" || node.type === "break") return " ";
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}
