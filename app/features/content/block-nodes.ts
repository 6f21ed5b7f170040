/** Looking at blocks in the tree, whether the parser put them inline or on their own. */
import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";

export type BlockNode = MdxJsxFlowElement | MdxJsxTextElement;

export function isBlock(node: Nodes): node is BlockNode {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** A block's children, looking through the paragraphs that hold nothing but blocks: `<A/>` on a line of text is the same. */
export function childrenOf(node: Nodes): Nodes[] {
  if (!("children" in node)) return [];
  return node.children
    .flatMap((child) => (holdsOnlyBlocks(child) ? childrenOf(child) : [child]))
    .filter((child) => !isBlank(child));
}

export function holdsOnlyBlocks(node: Nodes): boolean {
  if (node.type !== "paragraph") return false;
  return node.children.some(isBlock) && node.children.every((child) => isBlock(child) || isBlank(child));
}

/** The text of a literal attribute; null when it is absent or has no value. */
export function attributeOf(node: BlockNode, name: string): string | null {
  const found = node.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return found && typeof found.value === "string" ? found.value : null;
}

export function hasFlag(node: BlockNode, name: string): boolean {
  return node.attributes.some((each) => each.type === "mdxJsxAttribute" && each.name === name);
}

function isBlank(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() === "";
  return node.type === "mdxFlowExpression" || node.type === "mdxTextExpression";
}
