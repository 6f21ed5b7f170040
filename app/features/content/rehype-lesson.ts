/**
 * From an author's tree to ours: files and links get their addresses, headings their links, and what would trip a
 * screen reader or the Content-Security-Policy (align, checkboxes, unreachable scrolling tables) is replaced.
 */
import type { Element, ElementContent, Root, RootContent } from "hast";
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx";
import { SKIP, visit } from "unist-util-visit";
import { fileUrl, type AssetRef, type OutlineEntry } from "./lesson";
import { isExternal } from "./safe-url";

export interface LessonSetting {
  readonly assets: ReadonlyMap<string, AssetRef>;
  readonly courseSlug: string;
  /** Filled while compiling. */
  readonly outline: OutlineEntry[];
}

export const headingPrefix = "s-";

type JsxElement = MdxJsxFlowElementHast | MdxJsxTextElementHast;

export function rehypeLesson(setting: LessonSetting) {
  return (tree: Root): void => {
    linkHeadings(tree, setting.outline);
    levelTabs(tree);
    wrapTables(tree);
    visit(tree, (node) => {
      if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") placeFiles(node, setting);
      if (node.type === "element") placeElement(node, setting);
    });
  };
}

function linkHeadings(tree: Root, outline: OutlineEntry[]): void {
  for (const node of tree.children) {
    const depth = headingDepth(node);
    const id = depth && node.type === "element" ? node.properties.id : null;
    if (!depth || node.type !== "element" || typeof id !== "string") continue;
    if (depth === 2 || depth === 3) outline.push({ id, text: textOf(node).trim(), depth });
    const hasLink = JSON.stringify(node.children).includes('"tagName":"a"');
    if (!hasLink)
      node.children = [element("a", { className: ["heading-link"], href: `#${id}` }, node.children)];
  }
}

/** A tab's title is a heading one below the last one before it, so that no level is skipped. */
function levelTabs(tree: Root): void {
  let depth = 1;
  visit(tree, (node) => {
    depth = headingDepth(node as RootContent) ?? depth;
    if (node.type === "mdxJsxFlowElement" && node.name === "Tabs") {
      const level = String(Math.min(depth + 1, 5));
      visit(node, "mdxJsxFlowElement", (tab) => {
        if (tab.name === "Tab") setAttribute(tab, "level", level);
      });
      return SKIP;
    }
    return undefined;
  });
}

function wrapTables(tree: Root): void {
  const labels = new Map<string, number>();
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "table" || !parent || index === undefined) return undefined;
    const caption =
      parent.type === "mdxJsxFlowElement" && parent.name === "Comparison"
        ? attribute(parent, "caption")
        : null;
    const label = caption ?? `Table: ${headerOf(node)}`;
    const count = (labels.get(label) ?? 0) + 1;
    labels.set(label, count);
    const ariaLabel = count === 1 ? label : `${label} (${count})`;
    parent.children[index] = element(
      "div",
      { className: ["table-scroll"], role: "region", ariaLabel, tabIndex: 0 },
      [node],
    );
    headCells(node);
    return SKIP;
  });
}

function headerOf(table: Element): string {
  const head: string[] = [];
  visit(table, "element", (cell) => {
    if (cell.tagName === "th") head.push(textOf(cell).trim());
  });
  return head.filter(Boolean).join(", ") || "without a header";
}

/** A corner left empty says that the first column names the rows. No header is left empty, and none is inline-styled. */
function headCells(table: Element): void {
  let rowsAreNamed = false;
  visit(table, "element", (row) => {
    if (row.tagName !== "tr") return;
    const cells = row.children.filter((child) => child.type === "element");
    const isHead = cells.some(({ tagName }) => tagName === "th");
    if (isHead) rowsAreNamed = isEmpty(cells[0]);
    cells.forEach((cell, column) => {
      const { align } = cell.properties;
      delete cell.properties.align;
      if (typeof align === "string") cell.properties.className = [`align-${align}`];
      const namesRow = !isHead && rowsAreNamed && column === 0;
      cell.tagName = (isHead || namesRow) && !isEmpty(cell) ? "th" : "td";
      if (cell.tagName === "th") cell.properties.scope = isHead ? "col" : "row";
    });
  });
}

function isEmpty(cell: Element | undefined): boolean {
  return (
    cell !== undefined && textOf(cell).trim() === "" && !JSON.stringify(cell).includes('"tagName":"img"')
  );
}

function placeElement(node: Element, setting: LessonSetting): void {
  const { properties } = node;
  if (node.tagName === "a" && typeof properties.href === "string") {
    properties.href = placeLink(properties.href, setting.courseSlug);
    if (isExternal(properties.href)) properties.rel = ["noopener", "noreferrer"];
  }
  if (node.tagName === "img") {
    const asset = setting.assets.get(String(properties.src).replace(/^\.\//, ""));
    if (!asset) throw new Error("A picture passed the check without its file");
    const size = { width: asset.width ?? undefined, height: asset.height ?? undefined };
    node.properties = { ...properties, src: fileUrl(asset), ...size, loading: "lazy", decoding: "async" };
  }
  if (node.tagName === "pre") properties.tabIndex = 0;
  if (node.tagName === "input") {
    const done = properties.checked === true;
    node.tagName = "span";
    node.properties = {
      className: ["task", done ? "task-done" : "task-open"],
      role: "img",
      ariaLabel: done ? "Done" : "To do",
    };
  }
}

function placeLink(href: string, courseSlug: string): string {
  if (href.startsWith("./"))
    return `/courses/${courseSlug}/${href.slice(2).replace("#", `#${headingPrefix}`)}`;
  if (!href.startsWith("#") || href.startsWith("#user-content-") || href.startsWith(`#${headingPrefix}`))
    return href;
  return `#${headingPrefix}${href.slice(1)}`;
}

function placeFiles(node: JsxElement, { assets }: LessonSetting): void {
  for (const name of ["src", "captions"]) {
    const asset = assets.get(attribute(node, name)?.replace(/^\.\//, "") ?? "");
    if (!asset) continue;
    setAttribute(node, name, fileUrl(asset));
    if (node.name === "Figure") {
      if (asset.width) setAttribute(node, "width", String(asset.width));
      if (asset.height) setAttribute(node, "height", String(asset.height));
    }
    if (node.name === "Download") setAttribute(node, "facts", fileFacts(asset));
  }
}

function fileFacts({ name, bytes }: AssetRef): string {
  const size =
    bytes < 1_000_000
      ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${name.split(".").pop()!.toUpperCase()}, ${size}`;
}

function attribute(node: JsxElement, name: string): string | null {
  const found = node.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return typeof found?.value === "string" ? found.value : null;
}

function setAttribute(node: JsxElement, name: string, value: string): void {
  node.attributes = node.attributes.filter((each) => each.type !== "mdxJsxAttribute" || each.name !== name);
  node.attributes.push({ type: "mdxJsxAttribute", name, value });
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

function headingDepth(node: RootContent): number | null {
  const digit = node.type === "element" ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined;
  return digit ? Number(digit) : null;
}

function textOf(node: RootContent | ElementContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
