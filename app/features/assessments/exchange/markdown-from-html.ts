/** HTML of a question to the Markdown that Attest takes. What has no place there is named. */
import type { BlockContent, ListItem, PhrasingContent, TableCell, TableRow } from "mdast";
import { htmlTree, textOf, type HtmlElement, type HtmlNode } from "./html-tree";
import { inScript } from "./html-scripts";
import { LONGEST_READ, markdownOf } from "./markdown-from-text";
import { enclosed, paragraphsOf } from "./phrasing-shape";

/** Told of each thing that is not taken over. */
export type Lost = (what: string) => void;

/** On the question; what says itself what becomes of it needs no more. */
export function noteOf(what: string): string {
  return what.includes("(it becomes") || what.includes("(they become") ? what : `${what}: not taken over`;
}

const BLOCKS = new Set(
  "p div section article header footer main aside center address figure figcaption dl dt dd form fieldset h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th caption blockquote pre hr body html".split(
    " ",
  ),
);
const LEFT_OUT: Readonly<Record<string, string>> = {
  img: "Pictures",
  video: "Videos",
  audio: "Sound",
  iframe: "Embedded pages",
  object: "Embedded objects",
  embed: "Embedded objects",
  svg: "Drawings",
  math: "MathML",
  canvas: "Drawings",
  script: "Scripts",
  style: "Style sheets",
  input: "Form fields",
  select: "Form fields",
  textarea: "Form fields",
  button: "Form fields",
};
const SAFE_LINK = /^(https:\/\/|mailto:|\/(?!\/))/i;

export function markdownFromHtml(html: string, lost: Lost, { inline = false } = {}): string {
  /* A picture within the address is no text. What is still too long is refused for that, so it is left as it is. */
  const lean = html.replace(/\bdata:[^"'\s<>]{100,}/g, "data:");
  if (lean.length > LONGEST_READ) return lean;
  const blocks = flow(htmlTree(lean), lost);
  if (!inline) return markdownOf(blocks);
  const children = flattened(blocks, lost);
  return children.length === 0 ? "" : markdownOf([{ type: "paragraph", children }]);
}

function flow(nodes: readonly HtmlNode[], lost: Lost): BlockContent[] {
  const blocks: BlockContent[] = [];
  let run: HtmlNode[] = [];
  const flush = () => {
    blocks.push(...paragraphsOf(phrasing(run, lost)));
    run = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || !holdsBlock(node)) run.push(node);
    else {
      flush();
      blocks.push(...blockOf(node, lost));
    }
  }
  flush();
  return blocks;
}

/** Also `<b><p>…</p></b>`, which editors make. */
function holdsBlock(node: HtmlNode): boolean {
  if (typeof node === "string") return false;
  return BLOCKS.has(node.name) || node.children.some(holdsBlock);
}

function blockOf(element: HtmlElement, lost: Lost): BlockContent[] {
  const { name, children } = element;
  switch (name) {
    case "ul":
    case "ol": {
      const items = children.filter((child) => typeof child !== "string" || child.trim() !== "");
      const listItems = items.map((child): ListItem => ({
        type: "listItem",
        spread: false,
        children: flow(typeof child === "string" ? [child] : child.children, lost),
      }));
      return listItems.length === 0
        ? []
        : [{ type: "list", ordered: name === "ol", spread: false, children: listItems }];
    }
    case "blockquote":
      return [{ type: "blockquote", children: flow(children, lost) }];
    case "pre":
      return [{ type: "code", value: textOf(children).replace(/^\n|\s+$/g, "") }];
    case "table":
      return table(element, lost);
    case "hr":
      return [];
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      lost("Headings (they become bold text)");
      return paragraphsOf(marked("strong", phrasing(children, lost)));
    default:
      return flow(children, lost);
  }
}

function table(element: HtmlElement, lost: Lost): BlockContent[] {
  const rows = rowsOf(element).map((row): TableRow => ({
    type: "tableRow",
    children: row.children.flatMap((cell): TableCell[] => {
      if (typeof cell === "string" || !["td", "th"].includes(cell.name)) return [];
      if (cell.attributes.colspan || cell.attributes.rowspan)
        lost("Table cells over several columns or rows");
      const content = flattened(flow(cell.children, lost), lost).map((child) =>
        child.type === "break" ? { type: "text" as const, value: " " } : child,
      );
      return [{ type: "tableCell", children: content }];
    }),
  }));
  const filled = rows.filter((row) => row.children.length > 0);
  return filled.length === 0 ? [] : [{ type: "table", children: filled }];
}

function rowsOf({ children }: HtmlElement): HtmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === "string" || child.name === "table") return [];
    return child.name === "tr" ? [child] : rowsOf(child);
  });
}

function phrasing(nodes: readonly HtmlNode[], lost: Lost): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (typeof node === "string") return [{ type: "text", value: node.replace(/[\s\u00a0]+/g, " ") }];
    const { name, children, attributes } = node;
    const reason = LEFT_OUT[name];
    if (reason !== undefined) {
      lost(reason);
      const alt = name === "img" ? (attributes.alt ?? "").trim() : "";
      return alt === "" ? [] : [{ type: "text", value: `(${alt})` }];
    }
    switch (name) {
      case "br":
        return [{ type: "break" }];
      case "b":
      case "strong":
        return marked("strong", phrasing(children, lost));
      case "i":
      case "em":
        return marked("emphasis", phrasing(children, lost));
      case "s":
      case "del":
      case "strike":
        return marked("delete", phrasing(children, lost));
      case "code":
      case "kbd":
      case "samp":
      case "tt":
        return inlineCode(textOf(children));
      case "sub":
      case "sup":
        lost("Text set higher or lower (it becomes ², ₂ or ^(…))");
        return [{ type: "text", value: inScript(textOf(children).trim(), name) }];
      case "u":
      case "ins":
        lost("Underlined text");
        return phrasing(children, lost);
      case "a":
        return link(attributes.href ?? "", phrasing(children, lost), lost);
      default:
        if (attributes.style || name === "font") lost("Colours and sizes of text");
        return phrasing(children, lost);
    }
  });
}

function inlineCode(text: string): PhrasingContent[] {
  const value = text.replace(/\s+/g, " ").trim();
  return value === "" ? [] : [{ type: "inlineCode", value }];
}

function link(url: string, children: PhrasingContent[], lost: Lost): PhrasingContent[] {
  if (url === "" || children.length === 0) return children;
  if (SAFE_LINK.test(url) && !/\s/.test(url))
    return enclosed(children, (inner) => ({ type: "link", url, children: inner }));
  lost("Links that do not begin with https://, mailto: or /");
  return children;
}

function marked(type: "strong" | "emphasis" | "delete", children: PhrasingContent[]): PhrasingContent[] {
  return enclosed(children, (inner) => ({ type, children: inner }));
}

/** For an option or a cell: one paragraph, blocks parted by line breaks. */
function flattened(blocks: readonly BlockContent[], lost: Lost): PhrasingContent[] {
  const lines = blocks.flatMap((block) => linesOf(block, lost)).filter((line) => line.length > 0);
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: "break" as const }, ...line]));
}

function linesOf(block: BlockContent, lost: Lost): PhrasingContent[][] {
  switch (block.type) {
    case "paragraph":
      return [block.children];
    case "code":
      return block.value.split("\n").map((line) => inlineCode(line));
    case "blockquote":
      return block.children.flatMap((child) => linesOf(child as BlockContent, lost));
    case "list":
      lost("Lists within an answer (they become lines)");
      return block.children.flatMap((item, index) =>
        linesOf({ type: "blockquote", children: item.children }, lost).map((line, place) =>
          place > 0
            ? line
            : [{ type: "text" as const, value: block.ordered ? `${index + 1}. ` : "• " }, ...line],
        ),
      );
    case "table":
      lost("Tables within an answer (they become lines)");
      return block.children.map((row) =>
        row.children.flatMap((cell, index) =>
          index === 0 ? cell.children : [{ type: "text" as const, value: " | " }, ...cell.children],
        ),
      );
    default:
      return [];
  }
}
