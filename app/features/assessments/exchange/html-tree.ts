/** HTML as people's editors leave it, to a small tree: tags that do not match are mended, as a browser does. */
import { Parser } from "htmlparser2";

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

/** What is nested deeper loses its tags and keeps its text. */
const DEEPEST = 40;
const MOST_UNCLOSED = 1_000;
const PORTION = 16_384;
const WITHOUT_TEXT = new Set(["script", "style", "template", "noscript", "title"]);

export function htmlTree(html: string): HtmlNode[] {
  const root: HtmlElement = { name: "root", attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  let tooDeep = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length > DEEPEST) {
        tooDeep += 1;
        return;
      }
      const element = { name, attributes, children: [] };
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    ontext(text) {
      const { name, children } = open.at(-1)!;
      if (WITHOUT_TEXT.has(name)) return;
      const last = children.at(-1);
      if (typeof last === "string") children[children.length - 1] = last + text;
      else children.push(text);
    },
    onclosetag() {
      if (tooDeep > 0) tooDeep -= 1;
      else if (open.length > 1) open.pop();
    },
  });
  /* The parser's time grows with the square of what is open, so it is not shown more of what nobody wrote by hand. */
  for (let at = 0; at < html.length && tooDeep < MOST_UNCLOSED; at += PORTION)
    parser.write(html.slice(at, at + PORTION));
  parser.end();
  return root.children;
}

export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : node.name === "br" ? "\n" : textOf(node.children)))
    .join("");
}
