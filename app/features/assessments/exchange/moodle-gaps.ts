/** Moodle's gapselect, ddwtos and cloze to a text with gaps. */
import type { ChoiceParts } from "./choice-credit";
import { clozeGaps } from "./cloze";
import { GAP_MARK, GAP_MARKED, markGap, withoutMarks, type FoundGap } from "./gap-marks";
import { htmlTree, textOf, type HtmlNode } from "./html-tree";
import { markdownFromText } from "./markdown-from-text";
import type { MoodleReading } from "./moodle-texts";
import { child, childrenOf, textIn, type XmlElement } from "./xml-tree";

const PROMPT = "Choose what belongs in each gap.";

export function gapSelect(reading: MoodleReading): ChoiceParts {
  const { question } = reading;
  const boxes = [...childrenOf(question, "selectoption"), ...childrenOf(question, "dragbox")].map((box) => ({
    text: markdownFromText(plainOf(reading, box), { inline: true }),
    group: textIn(box, "group") || "1",
  }));
  const gaps: FoundGap[] = [];
  let missing: string | null = null;
  const text = rawText(reading).replace(/\[\[(\d{1,3})\]\]/g, (_whole, number: string) => {
    const right = boxes[Number(number) - 1];
    if (!right) missing ??= number;
    const options = boxes.filter(({ group }) => group === right?.group).map((box) => box.text);
    gaps.push({ options: [...new Set(options)], correct: right?.text ?? "" });
    return markGap(gaps.length);
  });
  if (missing !== null)
    return { notes: [], problem: `Gap [[${String(missing)}]] has no choice of that number.` };
  return gapParts(reading, text, gaps);
}

/** Only lists to choose from: Attest has no gap to type into. */
export function cloze(reading: MoodleReading): ChoiceParts {
  const found = clozeGaps(rawText(reading), (html) =>
    markdownFromText(textOf(htmlTree(html)), { inline: true }),
  );
  if ("unsupported" in found || "problem" in found) return { notes: [], ...found };
  for (const what of found.lost) reading.lost(what);
  return gapParts(reading, found.text, found.gaps);
}

function gapParts(reading: MoodleReading, text: string, gaps: readonly FoundGap[]): ChoiceParts {
  if (gaps.length === 0) return { notes: [], problem: "The text of this question has no gap." };
  const paragraphs = paragraphsOf(text, reading);
  const [first, ...others] = paragraphs;
  const hasPrompt = others.length > 0 && !first!.includes(GAP_MARK);
  const names = new Map(gaps.map((_gap, index) => [String(index + 1), `gap-${index + 1}`]));
  const written = (hasPrompt ? others : paragraphs)
    .map((paragraph) => markdownFromText(paragraph, { inline: true }))
    .join("\n\n")
    .replace(GAP_MARKED, (_whole, index: string) => `[[${names.get(index)}]]`);
  return {
    notes: [],
    value: {
      kind: "gaps",
      prompt: hasPrompt ? markdownFromText(first!) : PROMPT,
      text: written,
      gaps: Object.fromEntries(gaps.map((gap, index) => [`gap-${index + 1}`, gap])),
    },
  };
}

function rawText({ question }: MoodleReading): string {
  const holder = child(question, "questiontext");
  return withoutMarks(holder ? (child(holder, "text")?.text ?? holder.text) : "");
}

function plainOf(reading: MoodleReading, box: XmlElement): string {
  return textOf(htmlTree(reading.plain(box)))
    .replace(/\s+/g, " ")
    .trim();
}

const BREAKS = new Set("p div li tr h1 h2 h3 h4 h5 h6 pre blockquote ul ol table".split(" "));
const EMPHASIS = new Set("b strong i em u code sub sup a".split(" "));

/** Between gaps there is room for words only, so tags go; paragraphs stay. */
function paragraphsOf(text: string, reading: MoodleReading): string[] {
  const format = child(reading.question, "questiontext")?.attributes.format ?? "html";
  if (format === "markdown" || format === "plain_text") return split(text);
  const lines: string[] = [""];
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === "string") lines.push(lines.pop()! + node.replace(/[\s\u00a0]+/g, " "));
      else if (node.name === "br") lines.push("");
      else if (node.name === "img") reading.lost("Pictures");
      else {
        if (EMPHASIS.has(node.name)) reading.lost("Emphasis, links and code in a text with gaps");
        if (BREAKS.has(node.name)) lines.push("");
        walk(node.children);
        if (BREAKS.has(node.name)) lines.push("");
      }
    }
  };
  walk(htmlTree(text));
  return split(lines.join("\n\n"));
}

function split(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
