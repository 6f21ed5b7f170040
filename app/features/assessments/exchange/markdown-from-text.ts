/** Plain text to the Markdown that shows just this text, and back where a Markdown is nothing but plain text. */
import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { LONGEST_TEXT } from "../questions/question-source";

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", fences: true, rule: "-", listItemIndent: "one" })
  .freeze();
const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** Ten times what a question may hold: a text that is longer is refused, whatever is in it. */
export const LONGEST_READ = 10 * LONGEST_TEXT;

/** Nothing in it could be taken for Markdown, so the slow way can be spared. */
const HARMLESS = /^[\p{L}\p{N}][\p{L}\p{N} ,;'"?()%/.:=+-]*$/u;
const SUSPECT = /^\d{1,9}[.)]|www\.|:\/\/|^[a-z]+:|  /iu;

export function markdownOf(blocks: RootContent[]): string {
  const root: Root = { type: "root", children: blocks };
  keepAddresses(root);
  return writer.stringify(root).trim();
}

/**
 * A web address becomes a link when it is read, whatever is escaped in it, and one without https:// is a link that a
 * question does not take. As code it stays the text that it was.
 */
function keepAddresses(root: Root): void {
  visit(root, "text", (node, index, parent) => {
    if (!parent || index === undefined || parent.type === "link" || !ADDRESS.test(node.value)) return;
    const parts = node.value
      .split(ADDRESSES)
      .map((part, place): PhrasingContent =>
        place % 2 === 0 ? { type: "text", value: part } : { type: "inlineCode", value: part },
      );
    const said = parts.filter((part) => !("value" in part) || part.value !== "");
    parent.children.splice(index, 1, ...said);
    return [SKIP, index + said.length];
  });
}
const ADDRESS = /http:\/\/|www\./i;
const ADDRESSES = /((?:http:\/\/|www\.)[^\s<>"]*[^\s<>"'.,;:!?)\]}*_])/i;

/** With `inline`, one paragraph: an empty line becomes a line break. */
export function markdownFromText(text: string, { inline = false } = {}): string {
  const plain = text.replace(/\r\n?/g, "\n").trim();
  if (plain.length > LONGEST_READ || (HARMLESS.test(plain) && !SUSPECT.test(plain))) return plain;
  const paragraphs = plain.split(/\n[^\S\n]*\n\s*/).map(linesOf);
  if (!inline) return markdownOf(paragraphs.map((children): Paragraph => ({ type: "paragraph", children })));
  return markdownOf([
    {
      type: "paragraph",
      children: paragraphs.flatMap((children, index) =>
        index === 0 ? children : [{ type: "break" as const }, ...children],
      ),
    },
  ]);
}

function linesOf(paragraph: string): PhrasingContent[] {
  return paragraph
    .split("\n")
    .map((line) => line.trim())
    .flatMap((value, index): PhrasingContent[] =>
      index === 0 ? [{ type: "text", value }] : [{ type: "break" }, { type: "text", value }],
    );
}

/** Null where the Markdown says more than its letters: emphasis, a list, code, a link, several paragraphs. */
export function textFromMarkdown(markdown: string): string | null {
  if (HARMLESS.test(markdown) && !SUSPECT.test(markdown)) return markdown;
  const { children } = reader.parse(markdown);
  const [only] = children;
  if (children.length !== 1 || only?.type !== "paragraph") return null;
  const texts = only.children.map((child) => (child.type === "text" ? child.value : null));
  return texts.includes(null) ? null : texts.join("").replace(/\s*\n\s*/g, " ");
}
