/** Question Markdown to HTML, once, when content is read. What is not on the list below is refused, not passed on. */
import type { Element, Root as HtmlRoot } from "hast";
import type { Nodes, Root } from "mdast";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

/** The Markdown of a question holds something that is not taken. */
export class QuestionTextRefused extends Error {}

const BLOCKS = [
  "paragraph",
  "list",
  "listItem",
  "blockquote",
  "code",
  "table",
  "tableRow",
  "tableCell",
  "break",
];
const INLINE = ["text", "emphasis", "strong", "inlineCode", "delete", "link"];
const TAKEN = new Set(["root", ...BLOCKS, ...INLINE]);
const SAFE_LINK = /^(https:\/\/|mailto:|\/(?!\/))/i;

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(() => refuseOthers)
  .use(remarkRehype)
  .use(() => openLinksElsewhere)
  .use(rehypeStringify);

/** Quotes in lists in quotes, a dozen deep: nobody writes that, and it costs its depth. */
const TOO_DEEP = /(?:(?:[>*+-]|\d{1,9}[.)])[ \t]{1,4}){12}|>{12}/;

/**
 * One line of words and the punctuation that means nothing in Markdown, as most options are. A start needs three
 * thousand of them, and the parser a millisecond for each.
 */
const PLAIN = /^(?!\d+[.)])[\p{L}\p{N}](?:[\p{L}\p{N},;:.?%€$£°’‘“”–—…×÷−²³()"'/=+-]| (?! ))*(?<! )$/u;
const ADDRESS = /www\.|https?:/i;

/** @throws QuestionTextRefused */
export function renderBlock(markdown: string): string {
  if (PLAIN.test(markdown) && !ADDRESS.test(markdown)) return `<p>${markdown}</p>`;
  if (TOO_DEEP.test(markdown)) throw tooDeep();
  try {
    return String(pipeline.processSync(markdown)).trim();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

function tooDeep(): QuestionTextRefused {
  return new QuestionTextRefused("The text is nested too deeply. Take some levels of lists or quotes away.");
}

/** For text inside a label: a single paragraph without its paragraph tags. */
export function renderInline(markdown: string): string {
  const html = renderBlock(markdown);
  const inner = /^<p>([^]*)<\/p>$/.exec(html)?.[1];
  if (inner === undefined || inner.includes("<p>"))
    throw new QuestionTextRefused("An option is one paragraph: no list, table or code block.");
  return inner;
}

function refuseOthers(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if (!TAKEN.has(node.type)) throw new QuestionTextRefused(`Question text takes no ${nameOf(node.type)}.`);
    if (node.type === "link" && !SAFE_LINK.test(node.url))
      throw new QuestionTextRefused("A link in a question begins with https://, mailto: or /.");
  });
}

function nameOf(type: string): string {
  const names: Record<string, string> = { html: "HTML", image: "pictures", heading: "headings" };
  return names[type] ?? `“${type}”`;
}

/** Following a link must not take someone away from their test. */
function openLinksElsewhere(tree: HtmlRoot): void {
  visit(tree, "element", (element: Element) => {
    if (element.tagName !== "a") return;
    element.properties.target = "_blank";
    element.properties.rel = ["noopener"];
  });
}
