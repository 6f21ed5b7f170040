/** Writes HTML with its differences marked. Marks hold text and pictures only, never a tag, and never cross one. */
import type { Segment } from "../lesson";
import { alternativeOf, tagOf, type Token } from "./html-tokens";

/** Where text of its own would not be HTML, or not be seen: what is taken away there is told after it. */
const NO_TEXT = new Set([
  "table",
  "thead",
  "tbody",
  "tr",
  "colgroup",
  "ul",
  "ol",
  "dl",
  "video",
  "svg",
  "math",
]);
/** Where a line of text wants a paragraph around it. */
const FLOW = new Set(["", "div", "section", "blockquote", "aside", "article", "figure", "dd"]);

export class MarkedHtml {
  private readonly done: Segment[] = [];
  private readonly open: string[] = [];
  private readonly checks: Map<string, Segment>;
  private html = "";
  private added = "";
  private gone = "";

  constructor(segments: readonly Segment[]) {
    this.checks = new Map(
      segments.flatMap((segment) => (segment.kind === "knowledge-check" ? [[segment.id, segment]] : [])),
    );
  }

  keep(token: Token): void {
    if (token.kind === "check") return this.cut(token.text);
    this.flush(token);
    this.html += token.text;
    if (token.kind === "tag") this.enter(token.text);
  }

  insert(token: Token): void {
    if (token.kind === "check" || token.kind === "tag") return this.keep(token);
    if (this.isSilent()) this.html += token.text;
    else this.added += token.text;
  }

  remove(token: Token): void {
    if (token.kind === "picture") this.gone += ` [Picture: ${alternativeOf(token.text)}] `;
    else if (token.kind === "tag")
      this.gone += /^<\/?(p|li|h\d|div|td|th|tr|br|pre|dt|dd)\b/.test(token.text) ? " " : "";
    else if (token.kind !== "check") this.gone += token.text;
  }

  segments(): Segment[] {
    this.finish();
    return this.done;
  }

  private cut(id: string): void {
    this.finish();
    const check = this.checks.get(id);
    if (check) this.done.push(check);
  }

  private finish(): void {
    this.flush({ kind: "word", text: "" });
    if (this.html) this.done.push({ kind: "html", html: this.html });
    this.html = "";
  }

  private isSilent(): boolean {
    return this.open.some((name) => name === "video" || name === "svg" || name === "math");
  }

  private flush(next: Token): void {
    const parent = this.open.at(-1) ?? "";
    if (this.gone.trim() && !NO_TEXT.has(parent) && !this.isSilent()) {
      const words = `<del class="lesson-mark">${this.gone.replace(/\s+/g, " ").trim()}</del>`;
      const space = next.kind === "space" && !this.added ? "" : " ";
      this.html += FLOW.has(parent) ? `<p>${words}</p>` : `${words}${space}`;
      this.gone = "";
    }
    if (!this.gone.trim()) this.gone = "";
    this.html += this.added.trim() ? `<ins class="lesson-mark">${this.added}</ins>` : this.added;
    this.added = "";
  }

  private enter(text: string): void {
    const { name, opens, closes } = tagOf(text);
    if (opens) this.open.push(name);
    else if (closes) this.open.pop();
  }
}
