/** A lesson's words, for search and for an honest reading time. */
import type { Nodes, Root } from "mdast";
import { attributeOf, isBlock } from "./block-nodes";

const SPOKEN = ["title", "term", "caption"];
/** Somewhat slower than the 238 of silent reading (Brysbaert 2019), because a lesson is read to be remembered. */
const WORDS_A_MINUTE = 200;
const SECONDS_A_CHECK = 30;
const SECONDS_A_FIGURE = 30;

export interface LessonText {
  /** Without knowledge checks: neither their questions nor their answers belong in search results. */
  readonly text: string;
  readonly words: number;
  /** Of videos, figures and knowledge checks. */
  readonly seconds: number;
}

export function lessonText(tree: Root): LessonText {
  const found: string[] = [];
  let words = 0;
  let seconds = 0;
  /* Only for trees that passed the check, whose depth is bounded. */
  const visit = (node: Nodes, inCheck: boolean) => {
    const say = (spoken: string) => {
      words += countWords(spoken);
      if (!inCheck) found.push(spoken);
    };
    /* Who looks at the picture does not read what stands for it. */
    const depict = (alternative: string) => {
      seconds += SECONDS_A_FIGURE;
      found.push(` ${alternative} `);
    };
    if (node.type === "text" || node.type === "inlineCode" || node.type === "code") say(node.value);
    if (node.type === "image") depict(node.alt ?? "");
    if (isBlock(node)) {
      if (node.name === "KnowledgeCheck") seconds += SECONDS_A_CHECK;
      if (node.name === "Figure") depict(attributeOf(node, "alt") ?? "");
      if (node.name === "Video") seconds += Number(attributeOf(node, "seconds") ?? 0);
      for (const name of SPOKEN) say(` ${attributeOf(node, name) ?? ""} `);
      say(attributeOf(node, "question") ?? "");
    }
    const inside = inCheck || (isBlock(node) && node.name === "KnowledgeCheck");
    if ("children" in node) for (const child of node.children) visit(child, inside);
    if (!isInline(node)) say(" ");
  };
  visit(tree, false);
  const text = found.join("").replace(/\s+/g, " ").trim();
  return { text, words, seconds };
}

type ReadingTime = Pick<LessonText, "words" | "seconds">;

export function readingMinutes(time: ReadingTime): number {
  return Math.max(1, Math.round(exactMinutes(time)));
}

export function exactMinutes({ words, seconds }: ReadingTime): number {
  return words / WORDS_A_MINUTE + seconds / 60;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}

function isInline({ type }: Nodes): boolean {
  return [
    "text",
    "inlineCode",
    "emphasis",
    "strong",
    "delete",
    "link",
    "linkReference",
    "footnoteReference",
  ].includes(type);
}
