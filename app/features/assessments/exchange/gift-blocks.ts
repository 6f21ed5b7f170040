/** A GIFT file to its questions, each with where it begins and what the comments above it say. */
import { unescapedPlaces } from "./gift-escapes";

export interface GiftBlock {
  readonly line: number;
  readonly text: string;
  /** From the comments that Moodle writes: `[id:…]` and `[tag:…]`. */
  readonly idNumber: string | undefined;
  readonly tags: readonly string[];
  readonly category: string | undefined;
  /** What Attest wrote in a comment, as JSON. */
  readonly facts: string | undefined;
}

/** Begins the comment in which Attest says what GIFT cannot. */
export const FACTS = "// attest ";
const MOST_TAGS = 50;
const CATEGORY = /^\$CATEGORY:\s*([^]*)$/i;

export function giftBlocks(text: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let category: string | undefined;
  let started: { line: number; lines: string[] } | null = null;
  let comments = noComments();
  const finish = () => {
    if (started) {
      const { lines, line } = started;
      blocks.push({ line, text: lines.join("\n"), category, ...comments });
      comments = noComments();
    }
    started = null;
  };
  let isOpen = false;
  const lines = text.split("\n");
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    const found = started ? null : CATEGORY.exec(line);
    if (line === "") {
      /* Moodle ends a question at any empty line; many files have one between braces, which can mean nothing else. */
      if (!started || !isOpen || !closesAfter(lines, index)) finish();
      else started.lines.push("");
      isOpen = isOpen && started !== null;
    } else if (line.startsWith("//")) comments = withComment(comments, line);
    else if (found) category = found[1]!;
    else {
      if (started) started.lines.push(raw);
      else started = { line: index + 1, lines: [raw] };
      isOpen = (unescapedPlaces(raw, "{}").at(-1)?.character ?? (isOpen ? "{" : "}")) === "{";
    }
  }
  finish();
  return blocks;
}

/** Whether the next brace closes what is open; how far is looked keeps a broken file from costing its square. */
function closesAfter(lines: readonly string[], index: number): boolean {
  for (const line of lines.slice(index + 1, index + 60)) {
    const next = unescapedPlaces(line, "{}")[0];
    if (next) return next.character === "}";
  }
  return false;
}

type Comments = Pick<GiftBlock, "idNumber" | "tags" | "facts">;
const noComments = (): Comments => ({ idNumber: undefined, tags: [], facts: undefined });

function withComment(comments: Comments, line: string): Comments {
  if (line.startsWith(FACTS)) return { ...comments, facts: line.slice(FACTS.length) };
  /* No question has more; a file of nothing but tags must not cost its square. */
  const room = MOST_TAGS - comments.tags.length;
  const tags =
    room <= 0 ? [] : [...line.matchAll(/\[tag:([^\]]{1,200})\]/g)].slice(0, room).map(([, tag]) => tag!);
  const [, idNumber] = /\[id:([^\]]{1,200})\]/.exec(line) ?? [];
  return { ...comments, tags: [...comments.tags, ...tags], idNumber: idNumber ?? comments.idNumber };
}
