/** The pipeline's HTML in pieces that can be compared: a tag, a word or a space each. */
export interface Token {
  readonly kind: "tag" | "word" | "space" | "picture" | "check";
  /** As it stands in the HTML; of a knowledge check, what tells it from others. */
  readonly text: string;
}

const PIECES = /<[^>]*>|[^<\s]+|\s+/g;
const VOID = new Set(["br", "col", "hr", "img", "input", "source", "track", "wbr"]);

/** React writes no ">" inside an attribute, so that a tag ends with the first one. */
export function tokensOf(html: string): Token[] {
  return (html.match(PIECES) ?? []).map((text) => {
    if (text.startsWith("<img")) return { kind: "picture", text };
    if (text.startsWith("<")) return { kind: "tag", text };
    return { kind: text.trim() === "" ? "space" : "word", text };
  });
}

export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly opens: boolean;
}

export function tagOf(text: string): Tag {
  const [, slash, name = ""] = /^<(\/?)([a-z0-9]+)/i.exec(text) ?? [];
  const alone = VOID.has(name) || text.endsWith("/>");
  return { name, closes: slash === "/", opens: slash !== "/" && !alone };
}

/** Top-level elements, each with all that is in it, in order. */
export function blocksOf(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = [];
  let depth = 0;
  let block: Token[] = [];
  for (const token of tokens) {
    block.push(token);
    if (token.kind === "tag") {
      const { opens, closes } = tagOf(token.text);
      depth += opens ? 1 : closes ? -1 : 0;
    }
    if (depth > 0) continue;
    blocks.push(block);
    block = [];
  }
  return block.length > 0 ? [...blocks, block] : blocks;
}

/** The text that stands for a picture, escaped as it was in the attribute. */
export function alternativeOf(picture: string): string {
  return / alt="([^"]*)"/.exec(picture)?.[1] ?? "";
}
